// # This header is YAML. What follows a '#' explains; delete it when you have read it.
// title: Organisations by theme
// question: Which organisations work on a theme?
// # Values that are given when it is run, such as -p theme=居場所づくり. The Cypher calls it $theme.
// #   type: string, integer, float, boolean, date, strings (a list of texts)
// #   default: the value when it is left out. Without this entry the parameter has to be given.
// #   values: what may be given: a list such as [a, b], or Label.property such as Collaboration.status or Theme.name
// #   least: the smallest number that may be given
// parameters:
//   theme: {type: string, default: null, values: Theme.name, en: Theme}
//   limit: {type: integer, default: 20, least: 1, en: Number of rows}
// # The columns of the answer: the names after RETURN … AS, and what stands above them in tables.
// columns:
//   organisation: Organisation
//   theme: Theme
// # Parameters shown as an example of its use
// example: {theme: 居場所づくり}
MATCH (member:Organisation)-[:WORKS_ON]->(topic:Theme)
WHERE member.memberUntil IS NULL AND ($theme IS NULL OR topic.name = $theme)
RETURN member.name AS organisation, topic.name AS theme
ORDER BY member.id, topic.id
LIMIT $limit
