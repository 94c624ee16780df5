package org.guildhall.prepaid;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.UnitId;
import org.guildhall.members.IdentityDocument;
import org.guildhall.members.MemberKind;
import org.guildhall.members.MemberProfile;
import org.guildhall.members.Members;
import org.guildhall.members.RegisterMember;
import org.guildhall.policies.FoundingPolicies;
import org.guildhall.testing.TestStaff;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Members, rules and short words for acts, for the tests of stored value. */
@TestComponent
final class PrepaidGround {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final TestStaff staff;
    private final Members members;
    private final StoredValue storedValue;
    private final FoundingPolicies policies;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    PrepaidGround(
            TestStaff staff,
            Members members,
            StoredValue storedValue,
            FoundingPolicies policies,
            TransactionTemplate transaction,
            JsonMapper json) {
        this.staff = staff;
        this.members = members;
        this.storedValue = storedValue;
        this.policies = policies;
        this.transaction = transaction;
        this.json = json;
    }

    static Money yuan(long yuan) {
        return Money.cny(yuan * 100);
    }

    /** Rules with 1 000 → 200 and 3 000 → 800 as bonus, transfers allowed, else as built in. */
    static PrepaidPolicy generous(PrepaidPolicy.Spending spending) {
        var built = PrepaidPolicy.DEFAULT;
        return new PrepaidPolicy(
                List.of(new PrepaidPolicy.Step(yuan(1_000), yuan(200)), new PrepaidPolicy.Step(yuan(3_000), yuan(800))),
                spending,
                built.oddFen(),
                built.caps(),
                built.refunds(),
                new PrepaidPolicy.Transfers(true, yuan(500), yuan(800)),
                built.lockMinutes(),
                built.identityYears());
    }

    /** Puts rules in force from a day on. */
    void establish(PrepaidPolicy policy, LocalDate from) {
        establish(PrepaidPolicy.KIND.code(), policy, from);
    }

    /** Puts the issuer's rules in force from a day on. */
    void establish(IssuerPolicy policy, LocalDate from) {
        establish(IssuerPolicy.KIND.code(), policy, from);
    }

    private void establish(String kind, Record policy, LocalDate from) {
        Map<String, Object> body = json.convertValue(policy, new TypeReference<>() {});
        staff.asMachine(() -> transaction.execute(status -> {
            policies.establish(kind, body, from, "test");
            return from;
        }));
    }

    /** A member whose name and document are known. */
    MemberId named(@Nullable UnitId store) {
        return named(MemberKind.PERSON, store);
    }

    /** A member of a kind whose name and document are known. */
    MemberId named(MemberKind kind, @Nullable UnitId store) {
        var number = COUNT.incrementAndGet();
        var profile = new MemberProfile(
                "王储值" + number,
                null,
                null,
                null,
                null,
                null,
                new IdentityDocument(IdentityDocument.DocumentKind.PASSPORT, "E" + (10_000_000 + number)),
                null,
                null,
                null,
                null);
        return member(kind, profile, store);
    }

    /** A member of whom nothing is known. */
    MemberId unnamed() {
        return member(MemberKind.PERSON, MemberProfile.EMPTY, null);
    }

    private MemberId member(MemberKind kind, MemberProfile profile, @Nullable UnitId store) {
        return staff.asMachine(() -> members.register(
                        new RegisterMember(kind, null, profile, null, null, store, null, null, null, null))
                .member()
                .id());
    }

    /** A named member with so many yuan paid in. */
    MemberId with(long yuan) {
        var member = named(null);
        topUp(member, yuan * 100);
        return member;
    }

    MovementView topUp(MemberId member, long fen) {
        return staff.asMachine(() ->
                storedValue.topUp(new TopUp(member, Money.cny(fen), PaymentMethod.CASH, null, null), key("top-up")));
    }

    MovementView pay(MemberId member, long fen) {
        return staff.asMachine(
                () -> storedValue.pay(new Pay(member, Money.cny(fen), null, false, null, null), key("pay")));
    }

    AccountView account(MemberId member) {
        return staff.asMachine(() -> storedValue.account(member));
    }

    /** Principal and bonus in fen. */
    String pots(MemberId member) {
        var account = account(member);
        return account.principal().minor() + "+" + account.bonus().minor();
    }

    String key(String act) {
        return act + "|" + UUID.randomUUID();
    }

    /** The act's result, or nothing if it was refused. */
    <T> @Nullable T unlessRefused(Supplier<T> work) {
        try {
            return staff.asMachine(work);
        } catch (Refusal refusal) {
            return null;
        }
    }

    /** Why it was refused, or "done". */
    String outcome(Supplier<?> work) {
        try {
            Objects.requireNonNull(staff.asMachine(work));
            return "done";
        } catch (Refusal refusal) {
            return refusal.reason().code();
        }
    }
}
