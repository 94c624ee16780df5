package org.guildhall.cashback.payouts;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.guildhall.access.AccessRefusal;
import org.guildhall.access.FileKind;
import org.guildhall.access.ListFiles;
import org.guildhall.access.Scope;
import org.guildhall.cashback.CashbackPermissions;
import org.guildhall.cashback.ExportPayoutLines;
import org.guildhall.cashback.PayoutLineView;
import org.guildhall.cashback.PayoutState;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.Slice;
import org.guildhall.members.MemberExport;
import org.guildhall.members.Members;
import org.guildhall.platform.FileWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lines of payouts as a file: whom to pay, and what tax is worked out from; tax itself is neither computed nor withheld. */
@Component
record PayoutExport(ListFiles files, Members members, PayoutSearch search) implements MemberExport<ExportPayoutLines> {

    static final FileKind<ExportPayoutLines> KIND = new FileKind<>(
            "cashback.export-payouts",
            ExportPayoutLines.class,
            CashbackPermissions.EXPORT,
            "commission-payouts",
            "cashback.payouts-exported");

    @Override
    public FileKind<ExportPayoutLines> kind() {
        return KIND;
    }

    @Override
    public Stream<UUID> about(ExportPayoutLines asked) {
        return Stream.of(asked.query().member()).filter(Objects::nonNull);
    }

    @Override
    public Lines lines(ExportPayoutLines asked, Scope scope, FileWords words) {
        if (!(scope instanceof Scope.All)) {
            throw Refusal.of(new AccessRefusal.OutOfScope(CashbackPermissions.EXPORT.code(), "payouts"));
        }
        return cursor ->
                search.lines(asked.query().page(cursor, Slice.PAGE_LIMIT)).map(row -> cells(row, words));
    }

    private static List<@Nullable Object> cells(PayoutLineView row, FileWords words) {
        return Arrays.asList(
                row.month().toString(),
                row.member(),
                row.ripe(),
                row.paidBefore(),
                row.due(),
                row.proposed(),
                row.held() == null ? null : words.word("held", row.held().code()),
                state(row, words),
                row.paid(),
                row.paidOn(),
                row.paidInYear(),
                row.paid() == null ? null : words.word("tax", "none"),
                row.payout().toString());
    }

    /** What became of it: why nothing was proposed, that it was taken back, paid, left out with the yes, or waits. */
    static String state(PayoutLineView row, FileWords words) {
        var held = row.held();
        if (held != null) {
            return words.word("held", held.code());
        }
        if (row.reversed() != null) {
            return words.word("payout", "reversed");
        }
        boolean leftOut = row.state() == PayoutState.PAID && row.paid() == null;
        return words.word("payout", leftOut ? "left-out" : row.state().code());
    }
}
