"""What the running server counts, as Prometheus' own parser reads it."""

import httpx
from prometheus_client.parser import text_string_to_metric_families

from tests.conformance.conftest import ASK_S


def test_a_question_is_found_in_the_metrics_of_the_server(served: str, graphql: str) -> None:
    document = "query Counted { artists(first: 3) { nodes { id } } }"
    asked = httpx.post(graphql, json={"query": document}, timeout=ASK_S)
    assert len(asked.json()["data"]["artists"]["nodes"]) == 3
    text = httpx.get(f"{served}/metrics", timeout=ASK_S).text
    counted = {
        sample.name: sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
        if sample.labels.get("operation") == "Counted" and "le" not in sample.labels
    }
    assert counted["drift_graphql_operations_total"] == 1
    assert counted["drift_graphql_rows_total"] == 3
    assert counted["drift_graphql_request_seconds_count"] == 1
    assert counted["drift_graphql_statement_seconds_count"] == 1
    assert "drift_http_requests_in_flight 1.0" in text
