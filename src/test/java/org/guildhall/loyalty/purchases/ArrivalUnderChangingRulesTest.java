package org.guildhall.loyalty.purchases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.LawProof;
import org.guildhall.ledger.Ledger;
import org.guildhall.loyalty.LineFact;
import org.guildhall.loyalty.Loyalty;
import org.guildhall.loyalty.PurchaseFact;
import org.guildhall.loyalty.ReturnFact;
import org.guildhall.loyalty.review.Reviews;
import org.guildhall.members.Batch;
import org.guildhall.members.Birthday;
import org.guildhall.members.MemberProfile;
import org.guildhall.members.Members;
import org.guildhall.members.UpdateMember;
import org.guildhall.policies.PolicyDesk;
import org.guildhall.policies.PublishDraft;
import org.guildhall.policies.SaveDraft;
import org.guildhall.testing.AtRest;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestMembers;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Nearly three years in fortnights. Rules for earning, tiers, expiry and returns are published on the way, for the same day or
 * a later one; tiers are reviewed and points expire. Four members live the same life: of the first everything is known at once,
 * of two others late, mixed and in batches, of the fourth all at the end. All four end the same.
 */
@GuildhallTest
@TestPropertySource(properties = "guildhall.test.company=arrival")
class ArrivalUnderChangingRulesTest {

    private static final int LIVES = Integer.getInteger("guildhall.histories", 12);
    private static final Instant START = Instant.parse("2023-06-05T02:00:00Z");
    private static final Duration FORTNIGHT = Duration.ofDays(14);
    private static final List<LineFact> TEA = List.of(new LineFact("p1", "c1", 1_000, Money.cny(9_900)));
    private static final int END = ChangingRules.LAST;

    @Autowired
    TestStaff staff;

    @Autowired
    Members members;

    @Autowired
    TestMembers people;

    @Autowired
    Loyalty loyalty;

    @Autowired
    Ledger ledger;

    @Autowired
    Reviews reviews;

    @Autowired
    PolicyDesk desk;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    MovableClock clock;

    @Autowired
    JsonMapper json;

    @Autowired
    DSLContext sql;

    private Instant before = Instant.EPOCH;

    @BeforeEach
    void goBack() {
        before = clock.instant();
        clock.moveTo(START);
    }

    @AfterEach
    void putTheClockBack() {
        clock.moveTo(before);
    }

    /** Something about a member that becomes known in a fortnight: a purchase, a return, or the birthday. */
    private record News(
            int known,
            MemberId member,
            RandomLife.@Nullable Buy buy,
            RandomLife.@Nullable Back back,
            @Nullable Birthday birthday) {}

    @Test
    void lives_known_at_once_late_mixed_or_all_at_the_end_come_to_the_same() {
        long seed = Long.getLong("guildhall.seed", 20_260_302L);
        var random = new Random(seed);
        var news = new ArrayList<News>();
        var lives = new ArrayList<List<MemberId>>();
        for (int i = 0; i < LIVES; i++) {
            lives.add(foretell(
                    random, RandomLife.make(random, START, clock.instant().plus(FORTNIGHT.multipliedBy(END))), news));
        }
        for (int tick = 0; tick <= END; tick++) {
            clock.moveTo(START.plus(FORTNIGHT.multipliedBy(tick)));
            int now = tick;
            if (tick == END) {
                lives.forEach(life -> life.forEach(this::buyInTheMorning));
            }
            arrive(random, news.stream().filter(one -> one.known() == now).toList(), tick);
            if (random.nextInt(4) == 0 || tick == END) {
                reviews.run();
                AtRest.await(sql);
                staff.asMachine(() -> ledger.expire(Asset.POINTS, staff.today()));
            }
        }
        AtRest.await(sql);
        var change = new ArrayList<String>();
        for (int i = 0; i < lives.size(); i++) {
            var known = state(lives.get(i).getFirst());
            for (var other : lives.get(i)) {
                assertThat(state(other))
                        .as(
                                "life %s of -Dguildhall.seed=%s, member %s",
                                i, seed, lives.get(i).indexOf(other))
                        .isEqualTo(known);
            }
            change.addAll(known.tiers());
        }
        assertThat(String.join("\n", change))
                .as("reasons that occur, so that the test is about something")
                .contains("upgrade", "review-down", "review-kept", "return", "standard-changed");
        assertThat(staff.asMachine(() -> ledger.prove())).allMatch(LawProof::holds);
    }

    /** Four members who will live this life, and when what will be known of them. */
    private List<MemberId> foretell(Random random, RandomLife life, List<News> news) {
        var all = new ArrayList<MemberId>();
        for (int way = 0; way < 4; way++) {
            boolean birthdayKnown = way == 0 || way == 3;
            var member = member(birthdayKnown ? life.birthday() : null);
            all.add(member);
            if (!birthdayKnown) {
                news.add(new News(20 + random.nextInt(40), member, null, null, life.birthday()));
            }
            for (var buy : life.purchases()) {
                news.add(new News(known(way, buy.at(), random), member, buy, null, null));
            }
            for (var back : life.returns()) {
                news.add(new News(known(way, back.at(), random), member, null, back, null));
            }
        }
        return all;
    }

    private void buyInTheMorning(MemberId member) {
        var buy = new RandomLife.Buy("morning", clock.instant().minus(Duration.ofHours(1)), TEA);
        staff.asMachine(
                () -> transactions.execute(status -> loyalty.recordAll(List.of(buy.of(member)), List.of(), null)));
    }

    private static int known(int way, Instant at, Random random) {
        int soonest = (int) Math.max(0, Math.ceilDiv(Duration.between(START, at).toSeconds(), FORTNIGHT.toSeconds()));
        return switch (way) {
            case 0 -> soonest;
            case 3 -> END;
            default -> Math.min(END, soonest + (random.nextInt(3) == 0 ? 0 : random.nextInt(20)));
        };
    }

    /** What comes before the rules of the day are published, the publication, and what comes after it. */
    private void arrive(Random random, List<News> today, int tick) {
        var mixed = new ArrayList<>(today);
        Collections.shuffle(mixed, random);
        int half = mixed.size() / 2;
        tell(random, mixed.subList(0, half));
        var rules = ChangingRules.of(tick);
        if (rules != null) {
            publish(rules);
            AtRest.await(sql);
        }
        tell(random, mixed.subList(half, mixed.size()));
    }

    private void tell(Random random, List<News> news) {
        for (int from = 0; from < news.size(); ) {
            var batch = news.subList(from, Math.min(news.size(), from + 1 + random.nextInt(6)));
            from += batch.size();
            staff.asMachine(() -> transactions.execute(status -> {
                batch.stream().filter(one -> one.birthday() != null).forEach(this::learnBirthday);
                var purchases = new ArrayList<PurchaseFact>();
                var returns = new ArrayList<ReturnFact>();
                for (var one : batch) {
                    if (one.buy() != null) {
                        purchases.add(one.buy().of(one.member()));
                    }
                    if (one.back() != null) {
                        returns.add(one.back().of(one.member()));
                    }
                }
                assertThat(loyalty.recordAll(purchases, returns, null).refused())
                        .isEmpty();
                return status;
            }));
        }
    }

    private void learnBirthday(News news) {
        var update = UpdateMember.of(news.member(), profile(news.birthday()));
        if (news.known() % 2 == 0) {
            members.update(update);
        } else {
            members.updateAll(List.of(update), new Batch(new UUID(3, news.known()), "birthdays"));
        }
    }

    private void publish(ChangingRules rules) {
        staff.asMachine(() -> {
            @SuppressWarnings("unchecked") // a policy is a JSON object
            Map<String, Object> body = json.convertValue(rules.policy(), Map.class);
            var draft = desk.save(rules.kind(), new SaveDraft(body, 0));
            var from = staff.today().plusDays(rules.daysAhead());
            return desk.publish(rules.kind(), new PublishDraft(draft.revision(), from, "as the board decided"));
        });
    }

    private Holdings state(MemberId member) {
        return staff.asMachine(() -> Holdings.of(member, loyalty, ledger));
    }

    private MemberId member(@Nullable Birthday birthday) {
        return people.enter(profile(birthday), LocalDate.of(2023, 5, 17), null);
    }

    private static MemberProfile profile(@Nullable Birthday birthday) {
        return new MemberProfile(null, null, birthday, null, null, null, null, null, null, null, null);
    }
}
