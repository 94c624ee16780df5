package org.guildhall.ledger.laws;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.ledger.LawProof;
import org.guildhall.ledger.ModuleLaw;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks the laws over everything booked, in one snapshot so that work under way cannot disturb the proof. */
@Component
public class Laws {

    private final LawStore store;
    private final ReplayLaw replay;
    private final TransactionTemplate snapshot;
    private final TransactionTemplate transaction;
    private final BusinessTime time;
    private final List<ModuleLaw> others;

    Laws(
            LawStore store,
            ReplayLaw replay,
            PlatformTransactionManager transactions,
            BusinessTime time,
            ObjectProvider<ModuleLaw> others) {
        this.store = store;
        this.replay = replay;
        this.others =
                others.stream().sorted(Comparator.comparing(ModuleLaw::code)).toList();
        this.transaction = new TransactionTemplate(transactions);
        this.time = time;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /** Checks every law and remembers the outcome. */
    public List<LawProof> prove() {
        var proofs = Objects.requireNonNull(snapshot.execute(status -> {
            var proved = new ArrayList<LawProof>();
            for (var law : LawStore.LAWS) {
                proved.add(timed(law.code(), () -> store.check(law)));
            }
            proved.add(timed("ledger.replay", replay::check));
            for (var law : others) {
                proved.add(timed(law.code(), law::check));
            }
            return proved;
        }));
        transaction.executeWithoutResult(status -> proofs.forEach(store::remember));
        return proofs;
    }

    /** The last outcome of each law. */
    public List<LawProof> last() {
        return store.last();
    }

    private LawProof timed(String law, java.util.function.Supplier<ModuleLaw.Finding> check) {
        long start = System.nanoTime();
        var finding = check.get();
        long millis = (System.nanoTime() - start) / 1_000_000;
        return new LawProof(
                law, finding.counterExample() == null, finding.covered(), finding.counterExample(), time.now(), millis);
    }
}
