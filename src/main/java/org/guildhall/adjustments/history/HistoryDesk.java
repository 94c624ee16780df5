package org.guildhall.adjustments.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.guildhall.access.Access;
import org.guildhall.access.AccessRefusal;
import org.guildhall.access.ListFiles;
import org.guildhall.access.Scope;
import org.guildhall.adjustments.AdjustmentPermissions;
import org.guildhall.adjustments.ByHandQuery;
import org.guildhall.adjustments.ByHandView;
import org.guildhall.adjustments.ChangePoints;
import org.guildhall.adjustments.ChangesByHand;
import org.guildhall.adjustments.ExportByHand;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.Slice;
import org.guildhall.ledger.AccountHolders;
import org.guildhall.ledger.HandBooking;
import org.guildhall.ledger.HandBookingQuery;
import org.guildhall.ledger.Ledger;
import org.guildhall.platform.JobView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@link ChangesByHand} over what the ledger booked. */
@Component
class HistoryDesk implements ChangesByHand {

    private static final String BOOKED = "manual-";

    private final Access access;
    private final AccountHolders holders;
    private final Ledger ledger;
    private final Doers doers;
    private final Background background;

    HistoryDesk(Access access, AccountHolders holders, Ledger ledger, Doers doers, Background background) {
        this.access = access;
        this.holders = holders;
        this.ledger = ledger;
        this.doers = doers;
        this.background = background;
    }

    /** Who writes files of it, and what day it is. */
    @Component
    record Background(ListFiles files, BusinessTime time) {

        @Nullable
        Instant start(@Nullable LocalDate day) {
            return day == null ? null : time.startOf(day);
        }

        @Nullable
        Instant end(@Nullable LocalDate day) {
            return day == null ? null : time.startOf(day.plusDays(1));
        }
    }

    @Override
    public Slice<ByHandView> list(ByHandQuery query) {
        var member = query.member() == null ? null : new MemberId(query.member());
        requireReach(member);
        var page = ledger.byHand(new HandBookingQuery(
                member,
                doers.asked(query.actor(), query.unit()),
                query.kind() == null ? null : BOOKED + query.kind().name().toLowerCase(Locale.ROOT),
                background.start(query.from()),
                background.end(query.to()),
                query.cursor(),
                query.size()));
        var named = doers.of(page.items());
        return page.map(row -> view(row, named.apply(row)));
    }

    @Override
    public JobView export(ExportByHand command) {
        return background.files.start(HistoryExport.KIND, command);
    }

    private void requireReach(@Nullable MemberId member) {
        if (member != null) {
            holders.require(member, AdjustmentPermissions.READ);
        } else if (!(access.require(AdjustmentPermissions.READ) instanceof Scope.All)) {
            throw Refusal.of(new AccessRefusal.OutOfScope(AdjustmentPermissions.READ.code(), "changes by hand"));
        }
    }

    private static ByHandView view(HandBooking row, Doers.Doer doer) {
        return new ByHandView(
                row.id(),
                row.member(),
                ChangePoints.Kind.valueOf(row.kind().substring(BOOKED.length()).toUpperCase(Locale.ROOT)),
                row.asset(),
                row.amount(),
                row.expiresOn(),
                row.reason(),
                doer.reference(),
                doer.name(),
                doer.approval(),
                row.recordedAt(),
                row.reversed());
    }
}
