import pytest


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_no_package_under_the_gpl_is_used(root, lock):
    # igraph is a peer of the benchmarks, in an environment of their own.
    packages = {line.partition("==")[0] for line in (root / lock).read_text(encoding="utf-8").splitlines()}
    assert packages.isdisjoint({"igraph", "python-igraph", "leidenalg", "graph-tool"})
    assert any(line.startswith("igraph==") for line in (root / "requirements-bench.lock").read_text().splitlines())
