"""The worked example and everything that the policy layer finds in it."""

import pytest

from app.analysis.outcome import Outcome, find_outcome
from app.analysis.policy.findings import PolicyFindings, find_policy
from app.exchange.samples import read_sample
from db.model import Assessment


@pytest.fixture(scope="session")
def sample() -> Assessment:
    return read_sample()


@pytest.fixture(scope="session")
def outcome(sample) -> Outcome:
    found = find_outcome(sample)
    assert found is not None
    return found


@pytest.fixture(scope="session")
def findings(sample, outcome) -> PolicyFindings:
    return find_policy(sample, outcome)
