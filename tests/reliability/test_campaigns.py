"""A campaign that finds nothing shows something only if it would find what is broken."""

from db.merge.registers import Registers
from tests.reliability.mutants import try_mutants
from tests.reliability.officers import live_through
from tests.reliability.power import lose_power
from tests.reliability.tampering import tamper_often

SEED = 20261122


def test_a_gate_that_believes_every_checksum_would_be_found_out(monkeypatch):
    monkeypatch.setattr("db.gate.examination._check_checksums", lambda *_: None)
    assert try_mutants(number=1500, seed=SEED).troubles


def test_a_merge_in_which_the_last_word_wins_would_be_found_out(monkeypatch):
    honest = Registers.heads
    monkeypatch.setattr(
        Registers, "heads", lambda self, places, within: honest(self, places, within)[-1:]
    )
    assert live_through(histories=25, seed=SEED).troubles


def test_a_gate_that_believes_every_history_would_be_found_out(monkeypatch):
    monkeypatch.setattr("db.revisions.require_sound", lambda _: None)
    assert tamper_often(number=150, seed=SEED).troubles


def test_a_working_copy_that_keeps_its_journal_in_memory_would_be_found_out(tmp_path, monkeypatch):
    unsafe = ("PRAGMA journal_mode = MEMORY", "PRAGMA synchronous = FULL")
    monkeypatch.setattr("tests.reliability.power.PRIVATE_PRAGMAS", unsafe)
    assert lose_power(tmp_path, states=60, seed=SEED)
