package org.guildhall.finance.periods;

import java.time.LocalDate;
import java.util.Locale;
import org.guildhall.access.Access;
import org.guildhall.access.AccessRefusal;
import org.guildhall.access.Permission;
import org.guildhall.access.Scope;
import org.guildhall.finance.CardsOfMonth;
import org.guildhall.finance.ChangePeriod;
import org.guildhall.finance.FinancePermissions;
import org.guildhall.finance.PeriodAnswer;
import org.guildhall.finance.PeriodEnd;
import org.guildhall.finance.PeriodsView;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Refusal;
import org.guildhall.ledger.Closing;
import org.guildhall.ledger.PeriodPreview;
import org.guildhall.ledger.Periods;
import org.guildhall.platform.Sheets;
import org.springframework.stereotype.Component;

/** {@link PeriodEnd} for those who may. */
@Component
class PeriodDesk implements PeriodEnd {

    private final Periods periods;
    private final Consent consent;
    private final PeriodFile files;
    private final CardBook cards;
    private final Access access;

    PeriodDesk(Periods periods, Consent consent, PeriodFile files, CardBook cards, Access access) {
        this.periods = periods;
        this.consent = consent;
        this.files = files;
        this.cards = cards;
        this.access = access;
    }

    @Override
    public PeriodsView periods() {
        requireAll(FinancePermissions.READ);
        var next = periods.next();
        var closings = periods.closings();
        var last = closings.stream()
                .filter(one -> one.act() == Closing.Act.CLOSE && one.undoneBy() == null)
                .map(Closing::month)
                .findFirst()
                .orElse(null);
        return new PeriodsView(next, periods.isOver(next), last, closings, cards.kept(closings));
    }

    @Override
    public PeriodPreview preview(LocalDate month) {
        requireAll(FinancePermissions.READ);
        return periods.preview(firstDay(month));
    }

    @Override
    public CardsOfMonth cards(LocalDate month) {
        requireAll(FinancePermissions.READ);
        return cards.now(firstDay(month));
    }

    @Override
    public PeriodAnswer close(ChangePeriod command) {
        requireAll(FinancePermissions.CLOSE);
        firstDay(command.month());
        return consent.within(new Consent.Wish(Consent.CLOSE, command), () -> periods.requireClosable(command.month()));
    }

    @Override
    public PeriodAnswer reopen(ChangePeriod command) {
        requireAll(FinancePermissions.REOPEN);
        firstDay(command.month());
        return consent.within(
                new Consent.Wish(Consent.REOPEN, command), () -> periods.requireReopenable(command.month()));
    }

    @Override
    public byte[] file(Sheets.Format format, Locale language) {
        requireAll(FinancePermissions.EXPORT);
        return files.write(periods(), format, language);
    }

    private void requireAll(Permission permission) {
        if (!(access.require(permission) instanceof Scope.All)) {
            throw Refusal.of(new AccessRefusal.OutOfScope(permission.code(), "finance"));
        }
    }

    private static LocalDate firstDay(LocalDate month) {
        if (month.getDayOfMonth() != 1 || month.getYear() < 1990 || month.getYear() > 9998) {
            throw InvalidInput.of("month", month.toString(), "first-of-month");
        }
        return month;
    }
}
