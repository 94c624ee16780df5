package org.guildhall.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guildhall.ledger.LawProof;
import org.guildhall.ledger.Ledger;
import org.guildhall.members.ConsentView;
import org.guildhall.testing.Crime;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody with all power over the database gets past triggers and constraints: the proof names the laws that broke. */
@GuildhallTest
@Import(MessageGround.class)
class BrokenMessageLawsTest {

    private static final String FREE = "alter table messages.message drop constraint message_consented,"
            + " drop constraint message_due, drop constraint message_closed";

    @Autowired
    TestStaff staff;

    @Autowired
    MessageGround ground;

    @Autowired
    MovableClock clock;

    @Autowired
    Ledger ledger;

    @Autowired
    DSLContext sql;

    @Autowired
    TransactionTemplate transaction;

    private UUID sent = new UUID(0, 0);
    private UUID waiting = new UUID(0, 0);

    static Stream<Crime> crimes() {
        return Stream.of(
                Crime.of("nothing", Set.of(), "select 1"),
                Crime.of(
                        "a message is called sent that nobody sent",
                        Set.of("fates-are-attempts", "advertising-has-consent"),
                        FREE,
                        "update messages.message set state = 'sent', due_at = null, closed_at = now()"
                                + " where message_id = '{waiting}'"),
                Crime.of(
                        "a message that was sent is called waiting, to send it again",
                        Set.of("fates-are-attempts"),
                        "update messages.message set state = 'planned', due_at = now(), closed_at = null"
                                + " where message_id = '{sent}'"),
                Crime.of(
                        "an attempt is removed",
                        Set.of("fates-are-attempts"),
                        "alter table messages.attempt disable trigger all",
                        "delete from messages.attempt where message_id = '{sent}'"),
                Crime.of(
                        "somebody is told a second time",
                        Set.of("told-once"),
                        "alter table messages.message drop constraint message_once",
                        "insert into messages.message select (jsonb_populate_record(m, '{\"message_id\":"
                                + " \"01900000-0000-7000-8000-00000000abcd\"}')).* from messages.message m"
                                + " where message_id = '{waiting}'"),
                Crime.of(
                        "advertising names no consent",
                        Set.of("advertising-has-consent"),
                        FREE,
                        "update messages.message set consent_id = null where message_id = '{sent}'"),
                Crime.of(
                        "advertising names a consent that does not exist",
                        Set.of("advertising-has-consent"),
                        "update messages.message set consent_id = '{waiting}' where message_id = '{sent}'"),
                Crime.of(
                        "the consent had been withdrawn before",
                        Set.of("advertising-has-consent"),
                        "insert into members.consent select (jsonb_populate_record(c, jsonb_build_object('consent_id',"
                                + " gen_random_uuid(), 'granted', false, 'occurred_at', c.occurred_at + interval '1 second'))).*"
                                + " from members.consent c join messages.message m using (member_id)"
                                + " where m.message_id = '{sent}'",
                        "update messages.message set closed_at = closed_at + interval '1 hour'"
                                + " where message_id = '{sent}'"));
    }

    @BeforeEach
    void oneSentAndOneWaiting() {
        clock.moveTo(MovableClock.START);
        var member = ground.somebody(null);
        ground.consent(member, ConsentView.Channel.ANY, true);
        var template = ground.template(Purpose.MARKETING, Channel.APP);
        sent = ground.plan(member, template, "1");
        ground.dispatch();
        waiting = ground.plan(member, template, "2");
    }

    @ParameterizedTest
    @MethodSource("crimes")
    void the_proof_names_the_laws_that_a_crime_broke(Crime crime) {
        var seen = crime.seen(
                transaction,
                sql,
                text -> text.replace("{sent}", sent.toString()).replace("{waiting}", waiting.toString()),
                () -> staff.asMachine(ledger::prove));
        assertThat(seen.keySet())
                .isEqualTo(crime.broken().stream().map("messages."::concat).collect(Collectors.toSet()));
        assertThat(staff.asMachine(ledger::prove)).allMatch(LawProof::holds);
    }
}
