from graph.analysis.partners import joined, partners
from graph.network import Form, knowledge_graph, organisation_network


def test_values_of_partners_but_not_ones_own(collaborating):
    graph = knowledge_graph(collaborating(["abc", "a"], ties=["ad"], alone="e"))
    values = {"a": {"x"}, "b": {"y", "z"}, "c": {"y"}, "d": {"x"}, "e": {"x"}}
    # a: y and z by b, x by d; b: x by a and y by c; c: x by a, y and z by b; d: x by a.
    for form in (Form.PROJECTION, Form.BIPARTITE):
        network = organisation_network(graph, form)
        assert joined(network, values) == {"a": 3, "b": 2, "c": 3, "d": 1, "e": 0}
        assert {node: "".join(sorted(found)) for node, found in partners(network)} == {
            "a": "bcd",
            "b": "ac",
            "c": "ab",
            "d": "a",
            "e": "",
        }
