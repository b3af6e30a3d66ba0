import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import neo4j
import pytest

from graph.analysis import analyse
from graph.dataset import Dataset, InvalidDataset
from graph.errors import DatabaseError
from graph.schema import schema
from graph.store import Store
from graph.writing import Changes

pytestmark = pytest.mark.neo4j


def everything():
    """A Dataset with a row in each table and every property filled."""
    tables = {}
    for label in schema().labels.values():
        tables[label.key] = [{key: _value(d, f"{label.key}-{n}") for key, d in label.properties.items()} for n in "12"]
    for kind in schema().relationships.values():
        filled = {key: _value(d, kind.key) for key, d in kind.properties.items()}
        tables[kind.key] = [
            {"start": f"{start}-1", "end": f"{end}-2", **filled} for start in kind.starts for end in kind.ends
        ]
    return Dataset.of(tables)


def _value(described, identifier):
    if described.key == "id":
        return identifier
    if described.format:
        return {"corporateNumber": "8000012010038", "municipalityCode": "141003"}[described.format]
    if described.choices:
        return next(iter(described.choices))
    return {
        "string": f"架空「{identifier}」\n\"'\\ 🙂",
        "integer": 2024,
        "float": 0.1,
        "date": dt.date(2024, 2, 29),
        "strings": ["出典1", "a;b"],
    }[described.type]


def count(store):
    with store.driver.session(database=store.database) as session:
        return (
            session.run("MATCH (n:!Journal) WITH count(n) AS n OPTIONAL MATCH ()-[r]->() RETURN n, count(r) AS r")
            .single()
            .values()
        )


def test_read_of_write_is_the_dataset(any_connection):
    dataset = everything()
    with Store.open(any_connection) as store:
        total = dataset.node_count + dataset.relationship_count
        assert store.write(dataset, replace=True).created == total
        assert store.read() == dataset
        assert store.write(dataset) == Changes(unchanged=total)
        assert store.write(dataset, replace=True) == Changes(unchanged=total)


def test_changes_are_counted(clean_connection):
    first = {
        "Theme": [{"id": "T1", "name": "居場所"}, {"id": "T2", "name": "見守り"}],
        "BROADER": [{"start": "T1", "end": "T2"}],
    }
    with Store.open(clean_connection) as store:
        assert store.write(Dataset.of(first)) == Changes(created=3)
        changed = {"Theme": [{"id": "T1", "name": "居場所づくり"}, {"id": "T3", "name": "相談"}]}
        assert store.write(Dataset.of(changed)) == Changes(created=1, updated=1)
        assert len(store.read()["Theme"]) == 3
        assert store.write(Dataset.of(changed), replace=True) == Changes(deleted=2, unchanged=2)
        assert store.read() == Dataset.of(changed)


def test_a_property_that_is_gone_from_the_row_is_gone_from_the_node(clean_connection):
    with Store.open(clean_connection) as store:
        store.write(Dataset.of({"Theme": [{"id": "T1", "name": "居場所", "description": "古い"}]}))
        bare = Dataset.of({"Theme": [{"id": "T1", "name": "居場所"}]})
        assert store.write(bare) == Changes(updated=1)
        assert store.read() == bare


def test_parallel_ties_of_different_kinds_stay_apart(clean_connection):
    ties = [{"start": "a", "end": "b", "kind": kind} for kind in ("funding", "referral")]
    dataset = Dataset.of({"Organisation": [{"id": i, "name": i} for i in "ab"], "TIED_TO": ties})
    with Store.open(clean_connection) as store:
        store.write(dataset)
        assert store.read() == dataset
        one = Dataset.of({**dataset.tables, "TIED_TO": ties[:1]})
        assert store.write(one, replace=True).deleted == 1
        assert store.read() == one


def test_a_dry_run_counts_and_changes_nothing(clean_connection):
    with Store.open(clean_connection) as store:
        dataset = everything()
        changes = store.write(dataset, dry_run=True)
        assert changes.created == dataset.node_count + dataset.relationship_count
        assert count(store) == [0, 0]


def test_an_error_half_way_leaves_the_database_as_it_was(clean_connection):
    class Stop(Exception):
        pass

    class Breaker:
        def __init__(self):
            self.batches = 0

        def start(self, step, total=None):
            pass

        def advance(self, amount=1):
            self.batches += 1
            if self.batches == 3:  # the new nodes are written, the relationships are not
                raise Stop

    with Store.open(clean_connection) as store:
        before = Dataset.of({"Theme": [{"id": "T", "name": "前からある"}]})
        store.write(before)
        with pytest.raises(Stop):
            store.write(everything(), progress=Breaker())
        assert store.read() == before


def test_more_than_one_batch(clean_connection):
    many = [{"id": f"T{n}", "name": f"テーマ{n}"} for n in range(4_500)]
    ties = [{"start": f"T{n}", "end": "T0"} for n in range(1, 4_500)]
    dataset = Dataset.of({"Theme": many, "BROADER": ties})
    with Store.open(clean_connection) as store:
        assert store.write(dataset) == Changes(created=8_999)
        assert store.read() == dataset


def test_constraints_and_the_japanese_index_are_there(clean_connection):
    with Store.open(clean_connection) as store:
        store.write(Dataset.of({"Organisation": [{"id": "O", "name": "架空みなと見守りの会"}]}))
        with store.driver.session(database=store.database) as session:
            unique = session.run(
                "SHOW CONSTRAINTS YIELD labelsOrTypes, properties RETURN labelsOrTypes[0] AS l"
            ).value()
            found = session.run(
                "CALL db.index.fulltext.queryNodes('names', '見守り') YIELD node RETURN node.id"
            ).value()
        assert set(unique) == {*schema().labels, "Alias", "Journal", "Load"}
        assert found == ["O"]


def test_two_nodes_with_one_id_are_refused_by_the_database(clean_connection):
    with Store.open(clean_connection) as store:
        store.write(Dataset.of({"Theme": [{"id": "T", "name": "居場所"}]}))
        with (
            store.driver.session(database=store.database) as session,
            pytest.raises(neo4j.exceptions.ConstraintError),
        ):
            session.run("CREATE (:Theme {id: 'T'})").consume()


def test_an_id_that_another_label_has_is_refused_and_nothing_changes(clean_connection):
    with Store.open(clean_connection) as store:
        before = Dataset.of({"Theme": [{"id": "X", "name": "居場所"}]})
        store.write(before)
        with pytest.raises(DatabaseError) as caught:
            store.write(Dataset.of({"Case": [{"id": "C", "name": "事例"}, {"id": "X", "name": "事例"}]}))
        assert caught.value.key == "id_taken"
        assert store.read() == before


def test_two_writers_at_once_leave_what_one_would(clean_connection):
    names = [{"id": f"T{n}", "name": f"テーマ{n}"} for n in range(300)]
    ties = [{"start": f"T{n}", "end": "T0"} for n in range(1, 300)]
    dataset = Dataset.of({"Theme": names, "BROADER": ties})
    with Store.open(clean_connection) as store:
        store.write(Dataset.of({"Theme": names}))
        with ThreadPoolExecutor(4) as pool:
            found = list(pool.map(store.write, [dataset] * 4))
        assert sum(changes.created for changes in found) == len(ties)
        assert store.read() == dataset


def test_two_writers_of_the_same_new_nodes(clean_connection):
    dataset = Dataset.of({"Theme": [{"id": f"T{n}", "name": "同じ"} for n in range(300)]})
    with Store.open(clean_connection) as store, ThreadPoolExecutor(3) as pool:
        found = list(pool.map(store.write, [dataset] * 3))
        assert sorted(changes.created for changes in found) == [0, 0, 300]
        assert store.read() == dataset


def test_what_others_wrote_beside_the_schema_is_left_alone(clean_connection):
    with Store.open(clean_connection) as store:
        dataset = Dataset.of({"Theme": [{"id": "T", "name": "居場所"}]})
        store.write(dataset)
        with store.driver.session(database=store.database) as session:
            session.run("MATCH (t:Theme) SET t.note = 'x' CREATE (:Foreign)-[:LIKES]->(t)").consume()
        assert store.read() == dataset
        store.write(Dataset.of({}), replace=True)
        assert count(store) == [1, 0]


def test_rows_that_others_spoilt_are_named(clean_connection):
    with Store.open(clean_connection) as store:
        with store.driver.session(database=store.database) as session:
            session.run("CREATE (:Theme {id: 'T'})").consume()
        with pytest.raises(InvalidDataset) as caught:
            store.read()
        assert "Theme" in caught.value.text.en


def test_an_empty_database_is_an_empty_dataset_and_can_be_analysed(clean_connection):
    with Store.open(clean_connection) as store:
        dataset = store.read()
    assert dataset == Dataset.of({})
    assert analyse(dataset).coverage.cells.empty


@pytest.mark.parametrize(
    ("field", "value", "key"),
    [
        ("password", "wrong", "database_refused_user"),
        ("uri", "bolt://127.0.0.1:1", "database_unreachable"),
        ("uri", "http://127.0.0.1:1", "database_address"),
        ("database", "nosuch", "database_missing"),
    ],
)
def test_one_sentence_for_what_is_wrong_with_the_connection(connection, field, value, key):
    from dataclasses import replace

    with pytest.raises(DatabaseError) as caught, Store.open(replace(connection, **{field: value})) as store:
        store.read()
    assert caught.value.key == key
