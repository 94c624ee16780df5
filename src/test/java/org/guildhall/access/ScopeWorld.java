package org.guildhall.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.guildhall.loyalty.Loyalty;
import org.guildhall.loyalty.PurchaseFact;
import org.guildhall.members.MemberKind;
import org.guildhall.members.MemberProfile;
import org.guildhall.members.Members;
import org.guildhall.members.RegisterMember;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestHttp;
import org.guildhall.testing.TestStaff;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * A company of two branches with members in every corner of it, and four curious people with all powers over members but a
 * different reach each. Who may see whom is worked out here from the story alone, without the product.
 */
final class ScopeWorld {

    private static final Map<String, ScopeWorld> MADE = new HashMap<>();
    private static final AtomicInteger NEXT = new AtomicInteger(100);
    private static final List<String> POWERS = List.of(
            "members.read",
            "members.write",
            "members.transition",
            "members.assign",
            "members.reveal",
            "members.export",
            "members.consent",
            "members.erase",
            "loyalty.read",
            "loyalty.record",
            "loyalty.grant-tier",
            "loyalty.try",
            "ledger.read",
            "ledger.adjust",
            "insights.read");

    /** A member, and the one purchase of a hundred yuan made at home. */
    record Person(
            MemberId id,
            String name,
            String mobile,
            String number,
            @Nullable UnitId home,
            @Nullable StaffId adviser,
            UUID purchase) {}

    final UnitId north;
    final UnitId northStore;
    final UnitId otherNorthStore;
    final UnitId southStore;
    final List<Person> people = new ArrayList<>();
    private final Map<ScopeLevel, TestHttp.Client> curious = new EnumMap<>(ScopeLevel.class);

    private final TestStaff staff;
    private final Posts posts;
    private final Members members;
    private final Loyalty loyalty;
    private final Map<ScopeLevel, StaffId> ids = new EnumMap<>(ScopeLevel.class);
    private final Set<StaffId> ofNorthStore = new HashSet<>();

    /** The world of the surname, which no other story uses and all its members bear; entered when first asked for. */
    static ScopeWorld of(ApplicationContext application, String surname) {
        return MADE.computeIfAbsent(
                surname,
                name -> new ScopeWorld(
                        name,
                        application.getBean(TestStaff.class),
                        application.getBean(Posts.class),
                        application.getBean(Members.class),
                        application.getBean(Loyalty.class)));
    }

    private ScopeWorld(String surname, TestStaff staff, Posts posts, Members members, Loyalty loyalty) {
        this.staff = staff;
        this.posts = posts;
        this.members = members;
        this.loyalty = loyalty;
        north = staff.open(UnitKind.BRANCH, staff.company());
        northStore = staff.open(UnitKind.STORE, north);
        otherNorthStore = staff.open(UnitKind.STORE, north);
        southStore = staff.open(UnitKind.STORE, staff.open(UnitKind.BRANCH, staff.company()));
        send(ScopeLevel.OWN, northStore);
        send(ScopeLevel.GROUP, northStore);
        send(ScopeLevel.BRANCH, north);
        send(ScopeLevel.ALL, staff.company());
        var colleague = staff.hire("svc", northStore).id();
        ofNorthStore.add(colleague);
        var stranger = staff.hire("svc", southStore).id();
        enter(surname + "甲", southStore, ids.get(ScopeLevel.OWN));
        enter(surname + "乙", northStore, null);
        enter(surname + "丙", northStore, stranger);
        enter(surname + "丁", otherNorthStore, null);
        enter(surname + "戊", southStore, null);
        enter(surname + "己", southStore, colleague);
        enter(surname + "庚", null, null);
        enter(surname + "辛", null, stranger);
        assertThat(people)
                .as("everybody but the one with all reach is kept from somebody")
                .allSatisfy(person -> assertThat(ScopeLevel.values()).anyMatch(level -> !sees(level, person)));
    }

    /** The curious one of that reach, logged in. */
    TestHttp.Client client(ScopeLevel level) {
        return Objects.requireNonNull(curious.get(level));
    }

    /** Whether somebody of that reach may see the member. */
    boolean sees(ScopeLevel level, Person person) {
        return switch (level) {
            case OWN -> Objects.equals(ids.get(level), person.adviser());
            case GROUP ->
                northStore.equals(person.home())
                        || (person.adviser() != null && ofNorthStore.contains(person.adviser()));
            case BRANCH ->
                person.home() != null
                        && Set.of(north, northStore, otherNorthStore).contains(person.home());
            case ALL -> true;
        };
    }

    List<Person> seenBy(ScopeLevel level) {
        return people.stream().filter(person -> sees(level, person)).toList();
    }

    List<Person> hiddenFrom(ScopeLevel level) {
        return people.stream().filter(person -> !sees(level, person)).toList();
    }

    List<String> ids(List<Person> some) {
        return some.stream().map(person -> person.id().toString()).toList();
    }

    /** Somebody in the northern store with these powers, each with its reach. */
    TestHttp.Client somebody(List<Grant> grants) {
        return staff.logIn(appointed(grants, northStore));
    }

    TestStaff.Person appointed(List<Grant> grants, UnitId unit) {
        var code = "curious-" + NEXT.incrementAndGet();
        var post = staff.asMachine(
                () -> posts.define(new DefinePost(code, code, PostClass.of("store"), "", PostPowers.NONE, grants)));
        return staff.hire(List.of(new Appoint(post.id(), unit, staff.today(), null)));
    }

    private void send(ScopeLevel level, UnitId unit) {
        var person = appointed(
                POWERS.stream()
                        .map(code -> new Grant(Permission.of(code), level))
                        .toList(),
                unit);
        ids.put(level, person.id());
        if (unit.equals(northStore)) {
            ofNorthStore.add(person.id());
        }
        curious.put(level, staff.logIn(person));
    }

    private void enter(String name, @Nullable UnitId home, @Nullable StaffId adviser) {
        var mobile = "1370000%04d".formatted(NEXT.incrementAndGet());
        var command = new RegisterMember(
                MemberKind.PERSON,
                null,
                MemberProfile.of(name, mobile),
                null,
                LocalDate.of(2025, 1, 1),
                home,
                adviser,
                null,
                null,
                null);
        var member = staff.asMachine(() -> members.register(command)).member();
        var number = "scope-" + NEXT.incrementAndGet();
        var receipt = staff.asMachine(() -> loyalty.record(new PurchaseFact(
                "till",
                number,
                member.id(),
                MovableClock.START.minusSeconds(86_400),
                home,
                null,
                Money.cny(10_000),
                List.of(),
                null)));
        people.add(new Person(member.id(), name, mobile, member.number(), home, adviser, receipt.id()));
    }

    /** The ids of a page's items. */
    static List<String> idsIn(JsonNode page, String field) {
        var found = new ArrayList<String>();
        page.path("items").forEach(item -> found.add(item.path(field).asString()));
        return found;
    }
}
