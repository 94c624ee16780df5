package org.guildhall.ledger.laws;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.guildhall.access.Access;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Slice;
import org.guildhall.ledger.LawProof;
import org.guildhall.ledger.ModuleLaw;
import org.guildhall.platform.RunView;
import org.guildhall.platform.Runs;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checks the laws over everything booked as a run, in one snapshot so that work under way cannot disturb the proof; a broken
 * law is audited with the first fact that breaks it.
 */
@Component
public class Laws {

    /** The kind of the runs that prove. */
    static final String KIND = "ledger.prove";

    private final Proofs proofs;
    private final Watched watched;
    private final Snapshots snapshots;
    private final BusinessTime time;
    private final List<ModuleLaw> others;

    /** The ways to prove a law, and what was proven. */
    @Component
    record Proofs(LawStore store, ReplayLaw replay, HoldsLaw holds, ProofSearch search) {}

    /** Who proves, and where it is noted. */
    @Component
    record Watched(Access access, Runs runs, Audit audit) {}

    /** The transactions of a proof: the snapshot it looks at, and short ones beside it and after it. */
    @Component
    record Snapshots(PlatformTransactionManager transactions) {

        TransactionTemplate snapshot() {
            var snapshot = new TransactionTemplate(transactions);
            snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
            snapshot.setReadOnly(true);
            return snapshot;
        }

        TransactionTemplate beside() {
            var beside = new TransactionTemplate(transactions);
            beside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
            return beside;
        }

        TransactionTemplate after() {
            return new TransactionTemplate(transactions);
        }
    }

    Laws(Proofs proofs, Watched watched, Snapshots snapshots, BusinessTime time, ObjectProvider<ModuleLaw> others) {
        this.proofs = proofs;
        this.watched = watched;
        this.snapshots = snapshots;
        this.time = time;
        this.others =
                others.stream().sorted(Comparator.comparing(ModuleLaw::code)).toList();
    }

    /** Checks every law and remembers the outcome; refused while another run does. */
    public List<LawProof> prove() {
        return proveUnless(() -> false);
    }

    /** The same unless, now that no other run does, it turns out to be done; nothing then. */
    List<LawProof> proveUnless(BooleanSupplier done) {
        var proven = new ArrayList<LawProof>();
        var begin = new Runs.Begin(KIND, "", time.today(), watched.access.actor(), null);
        watched.runs.during(begin, run -> {
            if (!done.getAsBoolean()) {
                proven.addAll(prove(watched.runs.find(run).orElseThrow()));
            }
        });
        return proven;
    }

    /** The last outcome of each law. */
    public List<LawProof> last() {
        return proofs.search.last();
    }

    /** Every outcome of one law, the newest first. */
    public Slice<LawProof> history(String law, @Nullable String cursor, int limit) {
        if (limit < 1 || limit > Slice.PAGE_LIMIT) {
            throw InvalidInput.of("limit", limit, "between-1-and-" + Slice.PAGE_LIMIT);
        }
        return proofs.search.history(law, cursor, limit);
    }

    private List<LawProof> prove(RunView run) {
        var proven = new ArrayList<LawProof>();
        snapshots.snapshot().executeWithoutResult(status -> {
            for (var law : LawStore.LAWS) {
                proven.add(timed(run, law.code(), () -> proofs.store.check(law)));
            }
            proven.add(timed(run, "ledger.replay", proofs.replay::check));
            for (var law : others) {
                proven.add(timed(run, law.code(), () -> check(law)));
            }
        });
        snapshots.after().executeWithoutResult(status -> {
            proven.forEach(proofs.store::remember);
            watched.audit.recordAll(proven.stream()
                    .filter(proof -> !proof.holds())
                    .map(Laws::alarm)
                    .toList());
        });
        return proven;
    }

    private static AuditEntry alarm(LawProof broken) {
        return AuditEntry.of(
                "ledger.law-broken",
                "law",
                broken.law(),
                "counterExample",
                broken.counterExample(),
                "covered",
                broken.covered());
    }

    private ModuleLaw.Finding check(ModuleLaw law) {
        return switch (law) {
            case ModuleLaw.ByQuery query -> proofs.store.check(query);
            case ModuleLaw.ByBalances balances -> proofs.store.check(balances.totals());
            case ModuleLaw.ByHolds held -> proofs.holds.check(held.claims());
            case ModuleLaw.ByLooking own -> own.look().get();
        };
    }

    /** The proof of one law; the run is seen to live, and to have looked at so much more. */
    private LawProof timed(RunView run, String law, Supplier<ModuleLaw.Finding> check) {
        long start = System.nanoTime();
        var finding = check.get();
        long millis = (System.nanoTime() - start) / 1_000_000;
        snapshots.beside().executeWithoutResult(status -> watched.runs.moved(run.id(), 0, 1, finding.covered()));
        return new LawProof(
                law,
                finding.counterExample() == null,
                finding.covered(),
                finding.counterExample(),
                time.now(),
                millis,
                new LawProof.By(run.id(), run.actor(), run.actorName()));
    }
}
