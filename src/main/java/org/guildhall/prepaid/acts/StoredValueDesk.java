package org.guildhall.prepaid.acts;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.guildhall.access.Access;
import org.guildhall.access.ListFiles;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.guildhall.platform.JobView;
import org.guildhall.prepaid.AccountView;
import org.guildhall.prepaid.Because;
import org.guildhall.prepaid.ExportMovements;
import org.guildhall.prepaid.FoundingStoredValue;
import org.guildhall.prepaid.GiveBack;
import org.guildhall.prepaid.KeptPayment;
import org.guildhall.prepaid.MovementQuery;
import org.guildhall.prepaid.MovementView;
import org.guildhall.prepaid.Pay;
import org.guildhall.prepaid.QuoteRefund;
import org.guildhall.prepaid.QuoteTopUp;
import org.guildhall.prepaid.Refund;
import org.guildhall.prepaid.RefundQuote;
import org.guildhall.prepaid.Spendable;
import org.guildhall.prepaid.StoredValue;
import org.guildhall.prepaid.TopUp;
import org.guildhall.prepaid.TopUpQuote;
import org.guildhall.prepaid.Transfer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The module's face: acts and then shows what came of them. */
@Component
class StoredValueDesk implements StoredValue, FoundingStoredValue {

    private static final int AT_ONCE = 200;

    private final PrepaidDesk desk;
    private final Reading reading;
    private final Surroundings surroundings;
    private final @Nullable Instant as;

    @Autowired
    StoredValueDesk(PrepaidDesk desk, Reading reading, Surroundings surroundings) {
        this(desk, reading, surroundings, null);
    }

    private StoredValueDesk(PrepaidDesk desk, Reading reading, Surroundings surroundings, @Nullable Instant as) {
        this.desk = desk;
        this.reading = reading;
        this.surroundings = surroundings;
        this.as = as;
    }

    /** Who acts, when, and who writes files of it. */
    @Component
    record Surroundings(Access access, BusinessTime time, ListFiles files) {}

    @Override
    public <T> T asOf(Instant at, Function<StoredValue, T> acts) {
        if (!(surroundings.access.actor() instanceof Actor.Machine) || at.isAfter(surroundings.time.now())) {
            throw new IllegalStateException("only the machine tells of the past, and of nothing else");
        }
        return acts.apply(new StoredValueDesk(desk, reading, surroundings, at));
    }

    @Override
    public AccountView account(MemberId member) {
        return reading.account(member);
    }

    @Override
    public Spendable spendable(MemberId member) {
        return reading.spendable(member);
    }

    @Override
    public Map<UUID, Long> moved(Collection<UUID> movements) {
        return reading.moved(movements);
    }

    @Override
    public TopUpQuote quote(MemberId member, QuoteTopUp command) {
        return reading.quote(member, command);
    }

    @Override
    public MovementView topUp(TopUp command, String key) {
        return reading.shown(desk.topUp(command, asked(key)));
    }

    @Override
    public MovementView pay(Pay command, String key) {
        return reading.shown(desk.pay(command, null, asked(key)));
    }

    @Override
    public MovementView pay(Pay command, KeptPayment kept, String key) {
        return reading.shown(desk.pay(command, kept, asked(key)));
    }

    @Override
    public MovementView lock(Pay command, String key) {
        return reading.shown(desk.lock(command, asked(key)));
    }

    @Override
    public MovementView use(UUID payment, String key) {
        return reading.shown(desk.use(payment, asked(key)));
    }

    @Override
    public MovementView release(UUID payment, String key) {
        return reading.shown(desk.release(payment, asked(key)));
    }

    @Override
    public MovementView giveBack(UUID payment, GiveBack command, String key) {
        return reading.shown(desk.giveBack(payment, command, null, asked(key)));
    }

    @Override
    public MovementView giveBack(UUID payment, GiveBack command, KeptPayment kept, String key) {
        return reading.shown(desk.giveBack(payment, command, kept, asked(key)));
    }

    @Override
    public RefundQuote quote(MemberId member, QuoteRefund command) {
        return reading.quote(member, command, as);
    }

    @Override
    public MovementView refund(MemberId member, Refund command, String key) {
        return reading.shown(desk.refund(member, command, asked(key)));
    }

    @Override
    public MovementView freeze(MemberId member, Because command, String key) {
        return reading.shown(desk.freeze(member, command, asked(key)));
    }

    @Override
    public MovementView unfreeze(MemberId member, Because command, String key) {
        return reading.shown(desk.unfreeze(member, command, asked(key)));
    }

    @Override
    public MovementView transfer(MemberId member, Transfer command, String key) {
        return reading.shown(desk.transfer(member, command, asked(key)));
    }

    @Override
    public MovementView undo(UUID movement, Because command, String key) {
        return reading.shown(desk.undo(movement, command, asked(key)));
    }

    @Override
    public Slice<MovementView> list(MovementQuery query) {
        return reading.list(query);
    }

    @Override
    public MovementView get(UUID movement) {
        return reading.get(movement);
    }

    @Override
    public Explanation why(UUID movement) {
        return reading.why(movement);
    }

    @Override
    public int releaseLapsed() {
        return surroundings.access.runAs(
                new Actor.Machine("prepaid-clock"), () -> desk.releaseLapsed(surroundings.time.now(), AT_ONCE));
    }

    @Override
    public JobView export(ExportMovements command) {
        return surroundings.files.start(MovementExport.KIND, command);
    }

    private PrepaidDesk.Asked asked(String key) {
        return new PrepaidDesk.Asked(key, as);
    }
}
