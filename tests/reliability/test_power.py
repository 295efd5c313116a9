"""The power may go at any moment: what was acknowledged is there, whole, when it comes back."""

from tests.reliability.power import Disk, lose_power


def test_no_acknowledged_edit_is_lost_with_the_power(tmp_path):
    assert lose_power(tmp_path, states=250, seed=20261122) == []


def test_a_working_copy_that_does_not_sync_would_be_found_out(tmp_path, monkeypatch):
    monkeypatch.setattr("tests.reliability.power.PRIVATE_PRAGMAS", ("PRAGMA synchronous = OFF",))
    assert lose_power(tmp_path, states=60, seed=20261122) != []


def test_the_disk_forgets_what_was_not_synced():
    class Never:
        def random(self):
            return 1.0

    disk = Disk()
    disk.note("a", "write", 0, b"new")
    unsynced = disk.after_power_loss(1, b"old", "a", Never())
    disk.note("a", "sync")
    synced = disk.after_power_loss(2, b"old", "a", Never())
    assert (unsynced, synced) == ({"a": b"old"}, {"a": b"new"})
