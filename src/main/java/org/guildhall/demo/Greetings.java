package org.guildhall.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.UnitId;
import org.guildhall.loyalty.OccasionFact;
import org.guildhall.loyalty.OccasionKind;
import org.guildhall.loyalty.Occasions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What some members did beside buying in the last months: came by day after day, told more of themselves, answered, brought others. */
@Component
class Greetings {

    private static final int RULES_DAYS_AGO = 100;
    private static final int EVERY = 50;
    private static final int DAYS_IN_A_ROW = 8;
    private static final int LAST_DAYS = 30;
    private static final String SOURCE = "app";

    private final Occasions occasions;
    private final BusinessTime time;

    Greetings(Occasions occasions, BusinessTime time) {
        this.occasions = occasions;
        this.time = time;
    }

    /** The day from which the house thanks for more than purchases. */
    static LocalDate since(DemoStory story) {
        return story.today().minusDays(RULES_DAYS_AGO);
    }

    /** A little for coming by, more for a week without a day left out, for a complete profile, an answer and a friend. */
    static Map<String, Object> rules() {
        return Map.of(
                "rules",
                List.of(
                        rule("CHECK_IN", 5, 0, Map.of("perDay", 1)),
                        rule("PROFILE_COMPLETED", 100, 0, Map.of("ever", 1)),
                        rule("SURVEY_ANSWERED", 50, 10, Map.of("perMonth", 2)),
                        rule("REFERRAL", 200, 0, Map.of("perMonth", 5))),
                "profile",
                List.of("NAME", "MOBILE", "BIRTHDAY"),
                "streak",
                Map.of("days", 7, "points", 20),
                "pointsPerMonth",
                1_000,
                "daysBack",
                3,
                "referralDays",
                30);
    }

    private static Map<String, Object> rule(String kind, int points, int growth, Map<String, Object> limits) {
        var rule = new HashMap<String, Object>(limits);
        rule.put("kind", kind);
        rule.put("points", points);
        rule.put("growth", growth);
        rule.put("tierMultiplier", kind.equals("SURVEY_ANSWERED"));
        return rule;
    }

    /** Tells it of these members, who have these ids, in the caller's transaction. */
    void record(DemoStory story, Cast cast, List<MemberSketch> sketches, List<MemberId> ids) {
        var facts = new ArrayList<OccasionFact>();
        for (int i = 0; i < sketches.size(); i++) {
            var sketch = sketches.get(i);
            var member = ids.get(i);
            if (sketch.index() % EVERY == 7 && sketch.joinedOn().isBefore(since(story))) {
                came(story, cast.stores().get(sketch.store()), sketch.index(), member, facts);
                answered(story, sketch, member, facts);
            }
            if (i > 0 && sketch.joinedOn().isAfter(since(story)) && isEarlier(sketches.get(i - 1), sketch)) {
                facts.add(fact(
                        OccasionKind.REFERRAL,
                        "referral|" + member + "|0",
                        ids.get(i - 1),
                        at(sketch.joinedOn(), 20),
                        null,
                        member.toString()));
            }
        }
        occasions.tell(facts);
    }

    private static boolean isEarlier(MemberSketch one, MemberSketch other) {
        return other.index() % 3 == 0 && one.joinedOn().isBefore(other.joinedOn());
    }

    private void came(DemoStory story, UnitId store, int index, MemberId member, List<OccasionFact> facts) {
        var first = story.today().minusDays(LAST_DAYS + index % LAST_DAYS);
        for (int day = 0; day < DAYS_IN_A_ROW; day++) {
            var number = "checkin-%06d-%d".formatted(index, day);
            facts.add(fact(OccasionKind.CHECK_IN, number, member, at(first.plusDays(day), 10), store, null));
        }
    }

    private void answered(DemoStory story, MemberSketch sketch, MemberId member, List<OccasionFact> facts) {
        var day = story.today().minusDays(5 + sketch.index() % 15);
        var number = "survey-%06d".formatted(sketch.index());
        facts.add(fact(OccasionKind.SURVEY_ANSWERED, number, member, at(day, 19), null, "年度服务满意度问卷"));
        var profile = sketch.person().profile();
        if (profile.name() != null && profile.mobile() != null && profile.birthday() != null) {
            facts.add(fact(OccasionKind.PROFILE_COMPLETED, "profile|" + member, member, at(day, 19), null, null));
        }
    }

    private static OccasionFact fact(
            OccasionKind kind,
            String number,
            MemberId member,
            Instant at,
            @Nullable UnitId store,
            @Nullable String about) {
        boolean own = kind == OccasionKind.REFERRAL || kind == OccasionKind.PROFILE_COMPLETED;
        return new OccasionFact(kind, own ? OccasionFact.OWN_SOURCE : SOURCE, number, member, at, store, about);
    }

    private Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 15).atZone(time.zone()).toInstant();
    }
}
