package org.guildhall.testing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.guildhall.ledger.LawProof;
import org.jooq.DSLContext;
import org.springframework.transaction.support.TransactionTemplate;

/** What somebody with all power over the database does past triggers and constraints, and which laws it must be seen to break. */
public record Crime(String what, Set<String> broken, List<String> statements) {

    /** A crime of some statements, with names in braces for what they are done to. */
    public static Crime of(String what, Set<String> broken, String... statements) {
        return new Crime(what, broken, List.of(statements));
    }

    /** Commits it, with the names filled in, and undoes it; gives the laws that the proof found broken, each with its example. */
    public Map<String, String> seen(
            TransactionTemplate transaction,
            DSLContext sql,
            UnaryOperator<String> named,
            Supplier<List<LawProof>> proof) {
        return Objects.requireNonNull(transaction.execute(status -> {
            statements.forEach(statement -> sql.execute(named.apply(statement)));
            status.setRollbackOnly();
            return proof.get().stream()
                    .filter(law -> !law.holds())
                    .collect(Collectors.toMap(LawProof::law, law -> String.valueOf(law.counterExample())));
        }));
    }

    @Override
    public String toString() {
        return what;
    }
}
