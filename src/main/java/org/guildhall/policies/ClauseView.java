package org.guildhall.policies;

import java.util.List;
import java.util.Map;

/** A handbook clause with its texts by language tag, and the policies that carry it out as they are in force today. */
public record ClauseView(
        String id, Map<String, String> title, Map<String, String> text, List<PolicySummary> policies) {}
