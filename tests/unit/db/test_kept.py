"""Kept versions thin out with age, and never to nothing."""

from datetime import UTC, datetime, timedelta

from db.kept import LATEST, keep_version, kept_at, versions_of

START = datetime(2026, 1, 1, 9, tzinfo=UTC)


def test_the_latest_versions_are_all_kept(tmp_path):
    for number in range(LATEST):
        keep_version(
            tmp_path, tmp_path / "a.poise", b"%d" % number, START + timedelta(seconds=number)
        )
    kept = [path.read_bytes() for path in versions_of(tmp_path, tmp_path / "a.poise")]
    assert kept == [b"%d" % number for number in reversed(range(LATEST))]


def test_files_do_not_share_a_shelf(tmp_path):
    keep_version(tmp_path, tmp_path / "a.poise", b"a", START)
    keep_version(tmp_path, tmp_path / "b.poise", b"b", START)
    (only,) = versions_of(tmp_path, tmp_path / "a.poise")
    assert only.read_bytes() == b"a"
    assert kept_at(only) == START


def test_a_year_of_frequent_versions_leaves_a_ladder(tmp_path):
    source, now = tmp_path / "a.poise", START
    for hour in range(0, 24 * 400, 4):
        now = START + timedelta(hours=hour)
        keep_version(tmp_path, source, b"", now)
    ages = [now - kept_at(path) for path in versions_of(tmp_path, source)]
    assert len(ages) <= LATEST + 7 + 4 + 12
    assert len([age for age in ages if age <= timedelta(hours=40)]) >= LATEST
    assert len([age for age in ages if timedelta(days=1) < age <= timedelta(days=7)]) >= 5
    assert len([age for age in ages if timedelta(days=7) < age <= timedelta(days=30)]) >= 2
    assert len([age for age in ages if timedelta(days=60) < age <= timedelta(days=360)]) >= 6
