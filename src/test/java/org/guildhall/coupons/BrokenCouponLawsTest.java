package org.guildhall.coupons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.guildhall.checkout.ReturnParts;
import org.guildhall.coupons.CouponsGround.Limits;
import org.guildhall.ledger.LawProof;
import org.guildhall.ledger.Ledger;
import org.guildhall.testing.Crime;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Somebody with all power over the database gets past triggers and constraints: the proof names the laws that no longer hold,
 * and no others. Each crime is undone with its transaction.
 */
@GuildhallTest
@Import(CouponsGround.class)
class BrokenCouponLawsTest {

    private static final String COUPONS = "alter table coupons.coupon disable trigger all";
    private static final String FACTS = "alter table coupons.fact disable trigger all";
    private static final String OWN = "coupon_id = '{used}'";

    @Autowired
    TestStaff staff;

    @Autowired
    CouponsGround ground;

    @Autowired
    Ledger ledger;

    @Autowired
    DSLContext sql;

    @Autowired
    TransactionTemplate transaction;

    private String used = "";
    private String free = "";
    private String batch = "";

    static Stream<Crime> crimes() {
        return Stream.of(
                Crime.of("nothing", Set.of(), "select 1"),
                Crime.of(
                        "a used coupon is made whole again",
                        Set.of("coupons.is-its-facts", "checkout.coupons-are-used"),
                        "update coupons.coupon set state = 'issued', used_for = null, used_store = null,"
                                + " used_amount = null, used_currency = null, used_at = null where " + OWN),
                Crime.of(
                        "a coupon is given to somebody else without a word",
                        Set.of("coupons.is-its-facts"),
                        "update coupons.coupon set member_id = '" + UUID.randomUUID() + "' where coupon_id = '{free}'"),
                Crime.of(
                        "the use of a coupon is forgotten",
                        Set.of("coupons.is-its-facts"),
                        FACTS,
                        "delete from coupons.fact where kind = 'used' and " + OWN),
                Crime.of(
                        "a coupon was used twice",
                        Set.of("coupons.is-its-facts", "coupons.steps-follow"),
                        "insert into coupons.fact select gen_random_uuid(), coupon_id, step + 1, kind, member_id,"
                                + " from_member_id, store_id, about, amount, currency, reason, gen_random_uuid(),"
                                + " content_hash, occurred_on, occurred_at, recorded_at, actor"
                                + " from coupons.fact where kind = 'used' and " + OWN),
                Crime.of(
                        "a batch forgets a coupon it issued",
                        Set.of("coupons.counts-add-up"),
                        "update coupons.batch set issued = issued - 1 where batch_id = '{batch}'"),
                Crime.of(
                        "more were issued than there are",
                        Set.of("coupons.counts-add-up"),
                        "alter table coupons.batch drop constraint batch_never_over_issued",
                        "update coupons.batch set quantity = 1 where batch_id = '{batch}'"),
                Crime.of(
                        "a member is said to have had fewer",
                        Set.of("coupons.within-limits"),
                        "update coupons.holding set had = had - 1 where had > 0 and batch_id = '{batch}'"),
                Crime.of(
                        "a coupon's last day is moved",
                        Set.of("coupons.keeps-its-terms"),
                        COUPONS,
                        "update coupons.coupon set valid_to = valid_to + 1 where coupon_id = '{free}'"),
                Crime.of(
                        "a coupon took more than its lines say",
                        Set.of("checkout.coupons-add-up", "checkout.coupons-are-used"),
                        "alter table checkout.coupon disable trigger all",
                        "update checkout.coupon set amount = amount + 1 where " + OWN),
                Crime.of(
                        "a line has less off by coupons",
                        Set.of("checkout.coupons-add-up", "checkout.adds-up"),
                        "alter table checkout.line disable trigger all",
                        "alter table checkout.line drop constraint line_adds_up",
                        "update checkout.line set coupon_amount = coupon_amount - 1 where coupon_amount > 0"),
                Crime.of(
                        "a coupon went back while what it applied to stayed",
                        Set.of("checkout.coupons-add-up", "checkout.coupons-are-used"),
                        "update checkout.coupon c set return_id = (select return_id from checkout.return r"
                                + " where r.checkout_id = c.checkout_id limit 1) where " + OWN));
    }

    @BeforeEach
    void aCouponThatWasUsedAndOneThatWasNot() {
        var member = ground.member();
        var id = ground.open(CouponsGround.details(new Limits(5, 2, 1)));
        var first = ground.one(id, member);
        var other = ground.one(id, member);
        var sold = ground.sell(ground.basket(member, List.of(first.code()), 3_000, 1_999));
        ground.giveBack(sold, new ReturnParts.Part(1, 1_000));
        batch = id.toString();
        used = first.id().toString();
        free = other.id().toString();
    }

    @ParameterizedTest
    @MethodSource("crimes")
    void the_proof_names_the_laws_that_a_crime_broke(Crime crime) {
        var seen = crime.seen(transaction, sql, this::named, () -> staff.asMachine(ledger::prove));
        assertThat(seen.keySet()).isEqualTo(crime.broken());
        assertThat(staff.asMachine(ledger::prove)).allMatch(LawProof::holds);
    }

    private String named(String text) {
        return text.replace("{used}", used).replace("{free}", free).replace("{batch}", batch);
    }
}
