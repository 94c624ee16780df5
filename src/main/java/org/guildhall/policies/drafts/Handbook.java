package org.guildhall.policies.drafts;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.guildhall.policies.Clause;
import org.guildhall.policies.ClauseView;
import org.guildhall.policies.PolicySummary;
import org.springframework.stereotype.Component;

/** The clauses of the handbook, each with the policies that carry it out. */
@Component
class Handbook {

    private final PolicyBook book;
    private final List<Clause> clauses;

    Handbook(PolicyBook book, List<Clause> clauses) {
        this.book = book;
        this.clauses = clauses;
        var numbers = new HashSet<String>();
        clauses.forEach(clause -> {
            if (!numbers.add(clause.id())) {
                throw new IllegalStateException("two clauses are number " + clause.id());
            }
        });
    }

    List<ClauseView> clauses() {
        var byClause = book.summaries().stream().collect(Collectors.groupingBy(PolicySummary::clause));
        return clauses.stream()
                .sorted(Comparator.comparing(Clause::id))
                .map(clause -> new ClauseView(
                        clause.id(),
                        byTag(clause.title()),
                        byTag(clause.text()),
                        byClause.getOrDefault(clause.id(), List.of())))
                .toList();
    }

    private static Map<String, String> byTag(Map<Locale, String> texts) {
        return texts.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().toLanguageTag(), Map.Entry::getValue));
    }
}
