package org.guildhall.loyalty.histories;

import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.ledger.CauseExplanations;
import org.guildhall.loyalty.LoyaltyPermissions;
import org.guildhall.loyalty.LoyaltyRefusal;
import org.guildhall.members.Members;
import org.springframework.stereotype.Component;

/** Tells why postings of histories and opening balances have their amounts: as the other system's books say, and no more. */
@Component
class HistoryReasons implements CauseExplanations {

    private final HistoryStore store;
    private final Members members;
    private final Access access;
    private final BusinessTime time;

    HistoryReasons(HistoryStore store, Members members, Access access, BusinessTime time) {
        this.store = store;
        this.members = members;
        this.access = access;
        this.time = time;
    }

    @Override
    public boolean explains(String causeType) {
        return causeType.equals(Book.PERIOD) || causeType.equals(Book.OPENING);
    }

    @Override
    public Explanation why(UUID cause) {
        var period = store.period(cause);
        return period.isPresent() ? period(period.get()) : opening(cause);
    }

    private Explanation period(Book.Kept kept) {
        require(kept.book().member());
        var period = kept.period();
        return Explanation.of(
                "loyalty.history",
                "source",
                kept.book().source(),
                "period",
                time.dateOf(kept.at()),
                "earned",
                period.earned(),
                "redeemed",
                period.redeemed(),
                "expired",
                period.expired());
    }

    /** Worked out anew from the history as it was known when the balance was booked. */
    private Explanation opening(UUID cause) {
        var recorded = store.opening(cause)
                .orElseThrow(() -> Refusal.of(new LoyaltyRefusal.Unknown("cause", cause.toString())));
        var book = recorded.opening().book();
        require(book.member());
        var turns =
                store.known(book, recorded.at()).stream().map(Book.Kept::turn).toList();
        return OpeningBalance.of(turns)
                .filter(recorded.opening()::is)
                .map(needed -> Explanation.of(
                        "loyalty.opening",
                        "source",
                        book.source(),
                        "amount",
                        needed.amount(),
                        "lowest",
                        time.dateOf(needed.lowest()),
                        "came",
                        needed.came(),
                        "went",
                        needed.went()))
                .orElseGet(() -> Explanation.of(
                        "loyalty.opening-replaced",
                        "source",
                        book.source(),
                        "amount",
                        recorded.opening().amount()));
    }

    private void require(MemberId member) {
        access.require(LoyaltyPermissions.READ);
        members.requireVisible(member, LoyaltyPermissions.READ);
    }
}
