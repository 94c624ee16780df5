package org.guildhall.ledger.grants;

import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.guildhall.ledger.CauseKey;
import org.guildhall.ledger.EntryView;
import org.guildhall.ledger.Ledger;
import org.guildhall.ledger.Movement;
import org.guildhall.ledger.Posting;
import org.guildhall.ledger.Receipt;
import org.guildhall.ledger.RunGrant;
import org.guildhall.ledger.RunGrantPreview;
import org.guildhall.ledger.RunGrants;
import org.guildhall.platform.Cursors;
import org.guildhall.platform.Runs;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@link RunGrants} on the postings that runs caused. */
@Component
class RecordedGrants implements RunGrants {

    private static final int MEMBERS_A_TRANSACTION = 500;

    private final RunGrantStore store;
    private final Ledger ledger;
    private final Runs runs;

    RecordedGrants(RunGrantStore store, Ledger ledger, Runs runs) {
        this.store = store;
        this.ledger = ledger;
        this.runs = runs;
    }

    @Override
    public void give(UUID run, List<MemberId> members, Movement.Grant each, String reason) {
        var postings = members.stream()
                .map(member -> posting("batch-grant", run, member, each, reason))
                .toList();
        note(run, ledger.post(postings));
    }

    @Override
    public Slice<RunGrant> given(UUID run, @Nullable String cursor, int limit) {
        var after = Cursors.decode(cursor, 1);
        return Slice.cut(
                store.page(run, after.isEmpty() ? null : after.id(0), limit + 1),
                limit,
                last -> Cursors.encode(last.member()),
                null);
    }

    @Override
    public RunGrantPreview preview(UUID run) {
        return store.preview(run);
    }

    @Override
    public @Nullable UUID takeBack(TakeBack command, @Nullable UUID after) {
        var next = store.given(command.run(), after, MEMBERS_A_TRANSACTION);
        if (next.isEmpty()) {
            return null;
        }
        var postings = next.stream()
                .map(given -> posting(
                        "batch-grant-undone",
                        command.undo(),
                        given.member(),
                        new Movement.Clawback(given.asset(), given.amount(), given.expiresOn(), command.shortage()),
                        command.reason()))
                .toList();
        note(command.undo(), ledger.post(postings));
        return next.getLast().member().value();
    }

    private static Posting posting(String kind, UUID run, MemberId member, Movement movement, String reason) {
        return new Posting(
                CauseKey.of(kind + "|" + run + "|" + member),
                member,
                kind,
                null,
                "run",
                run,
                List.of(movement),
                reason,
                0);
    }

    /** What moved; what an earlier attempt had booked already counts with it. */
    private void note(UUID run, List<Receipt> receipts) {
        var fresh = receipts.stream().filter(receipt -> !receipt.replayed()).toList();
        long amount = fresh.stream()
                .flatMap(receipt -> receipt.entries().stream())
                .mapToLong(EntryView::amount)
                .sum();
        runs.moved(run, fresh.size(), fresh.size(), Math.abs(amount));
    }
}
