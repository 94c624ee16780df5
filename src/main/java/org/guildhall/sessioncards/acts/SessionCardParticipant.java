package org.guildhall.sessioncards.acts;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.guildhall.access.Permission;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.members.Participant;
import org.guildhall.members.TimelineEntry;
import org.guildhall.members.TimelineQuery;
import org.guildhall.policies.Policies;
import org.guildhall.sessioncards.CardFact.Kind;
import org.guildhall.sessioncards.SessionCardPermissions;
import org.guildhall.sessioncards.SessionCardPolicy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Session cards' part of a member's timeline and of erasure: the identity behind named cards is kept as long as the law says; then
 * what is booked is called off, and facts stay without words.
 */
@Component
class SessionCardParticipant implements Participant {

    private static final List<Kind> TOLD =
            Arrays.stream(Kind.values()).filter(kind -> kind != Kind.CLOSED).toList();

    private final SessionCardTimelineStore timeline;
    private final CardStore cards;
    private final FactStore facts;
    private final BookingDesk bookings;
    private final Rules rules;

    SessionCardParticipant(
            SessionCardTimelineStore timeline, CardStore cards, FactStore facts, BookingDesk bookings, Rules rules) {
        this.timeline = timeline;
        this.cards = cards;
        this.facts = facts;
        this.bookings = bookings;
        this.rules = rules;
    }

    /** Under which rules, and when. */
    @Component
    record Rules(Policies policies, BusinessTime time) {}

    @Override
    public String module() {
        return "sessioncards";
    }

    @Override
    public Set<String> kinds() {
        return TOLD.stream().map(SessionCardTimelineStore::kind).collect(Collectors.toSet());
    }

    @Override
    public Permission permission(String kind) {
        return SessionCardPermissions.READ;
    }

    @Override
    public List<TimelineEntry> timeline(MemberId member, TimelineQuery query) {
        var wanted = TOLD.stream()
                .filter(kind -> query.wants(SessionCardTimelineStore.kind(kind)))
                .toList();
        return wanted.isEmpty() ? List.of() : timeline.entries(wanted, member, query);
    }

    @Override
    public @Nullable LocalDate keepsUntil(MemberId member) {
        var sold = cards.lastNamedSale(member);
        if (sold == null) {
            return null;
        }
        var sales = rules.policies
                .inForce(SessionCardPolicy.KIND, rules.time.today())
                .policy()
                .sales();
        return sold.plusYears(sales.identityYears());
    }

    @Override
    public void erase(MemberId member) {
        bookings.callOff(member);
        cards.erase(member);
        facts.erase(member);
    }
}
