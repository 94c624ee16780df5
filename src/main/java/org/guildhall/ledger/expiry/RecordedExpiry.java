package org.guildhall.ledger.expiry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.kernel.Slice;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.CauseKey;
import org.guildhall.ledger.ExpiryMove;
import org.guildhall.ledger.ExpiryRuns;
import org.guildhall.ledger.Receipt;
import org.guildhall.ledger.allocation.Act;
import org.guildhall.ledger.booking.Booker;
import org.guildhall.ledger.booking.Outcome;
import org.guildhall.ledger.booking.Request;
import org.guildhall.platform.Cursors;
import org.guildhall.platform.RunPreview;
import org.guildhall.platform.Runs;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@link ExpiryRuns} on the postings that runs caused. */
@Component
class RecordedExpiry implements ExpiryRuns {

    private static final int MEMBERS_A_TRANSACTION = 500;

    private final Expiry expiry;
    private final ExpiryRunStore store;
    private final Booker booker;
    private final Runs runs;
    private final Access access;

    RecordedExpiry(Expiry expiry, ExpiryRunStore store, Booker booker, Runs runs, Access access) {
        this.expiry = expiry;
        this.store = store;
        this.booker = booker;
        this.runs = runs;
        this.access = access;
    }

    @Override
    public UUID run(Asset asset, LocalDate through) {
        return expiry.run(asset, through);
    }

    @Override
    public Slice<ExpiryMove> moves(UUID run, @Nullable String cursor, int limit) {
        var after = Cursors.decode(cursor, 1);
        return Slice.cut(
                store.moves(run, after.isEmpty() ? null : after.id(0).toString(), limit + 1),
                limit,
                last -> Cursors.encode(last.member()),
                null);
    }

    @Override
    public RunPreview preview(UUID run) {
        return store.preview(run);
    }

    @Override
    public @Nullable UUID giveBack(UUID undone, UUID undo, LocalDate until, @Nullable UUID after) {
        var lots = store.lots(undone, after, MEMBERS_A_TRANSACTION);
        if (lots.isEmpty()) {
            return null;
        }
        var requests = new ArrayList<Request>(lots.size());
        lots.stream()
                .filter(lot -> until.isAfter(lot.expiresOn()))
                .forEach(lot -> requests.add(request(lot, undo, until)));
        note(undo, booker.book(requests).stream().map(Outcome::orThrow).toList(), requests);
        return lots.getLast().member().value();
    }

    private Request request(ExpiryRunStore.Lot lot, UUID undo, LocalDate until) {
        var key = CauseKey.of("expiry-undone|" + undo + "|" + lot.member() + "|" + lot.asset() + "|" + lot.expiresOn());
        var head = new Request.Head(key, lot.member(), "expiry-undone", null, "run", undo);
        return Request.of(head, List.of(new Act.Carried(lot.asset(), lot.expiresOn(), until)), access.actor(), null);
    }

    /** What came back, lot by lot; a lot that was given back in another way meanwhile counts as nothing. */
    private void note(UUID undo, List<Receipt> receipts, List<Request> requests) {
        long items = 0;
        long amount = 0;
        long members = 0;
        UUID last = null;
        for (int i = 0; i < receipts.size(); i++) {
            var entries = receipts.get(i).entries();
            if (entries.isEmpty() || receipts.get(i).replayed()) {
                continue;
            }
            var member = requests.get(i).member().value();
            items++;
            amount += entries.stream()
                    .mapToLong(org.guildhall.ledger.EntryView::amount)
                    .sum();
            members += Objects.equals(last, member) ? 0 : 1;
            last = member;
        }
        runs.moved(undo, members, items, amount);
    }
}
