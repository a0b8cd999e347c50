// Subgraph.edges: what joins the nodes, facts by their ends, then the strongest first.
//
// mode: fragment
// this: links LIST
// params:
//   $properties  LIST<STRING>  names of the properties that may be shown
// returns: 0 to 40000 rows
//   from        STRING      id of the node it leaves
//   to          STRING      id of the node it leads to
//   type        STRING      its type
//   properties  LIST<LIST>  name and value of each property it has; days and moments are text

UNWIND range(0, size(links) - 1) AS at
WITH *, links[at] AS edge, properties(links[at]) AS stored
RETURN startNode(edge).id AS from, endNode(edge).id AS to, type(edge) AS type,
  [name IN $properties WHERE stored[name] IS NOT NULL | [name, CASE
    WHEN stored[name] IS :: DATE | ZONED DATETIME THEN split(toString(stored[name]), '[')[0]
    ELSE stored[name]
  END]] AS properties
ORDER BY at
