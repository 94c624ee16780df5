package org.guildhall.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.guildhall.messages.Delivery.Answer;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;

/** What a receiver says, and what happens when nobody hears it. */
@GuildhallTest
@Import({MessageGround.class, DispatchStory.Scripted.class})
class DispatchStory {

    @Autowired
    TestStaff staff;

    @Autowired
    MessageGround ground;

    @Autowired
    Outbox outbox;

    @Autowired
    Scripted receiver;

    @Autowired
    MovableClock clock;

    /** Takes e-mail and answers as it is told. */
    @TestComponent
    static final class Scripted implements Delivery {

        final List<Envelope> taken = java.util.Collections.synchronizedList(new ArrayList<>());
        Function<Envelope, Answer> says = envelope -> new Answer.Sent(envelope.key());

        @Override
        public String code() {
            return "scripted";
        }

        @Override
        public Set<Channel> channels() {
            return Set.of(Channel.EMAIL);
        }

        @Override
        public boolean leaves() {
            return true;
        }

        @Override
        public Map<String, String> settings() {
            return Map.of();
        }

        @Override
        public List<Answer> send(List<Envelope> batch) {
            taken.addAll(batch);
            return batch.stream().map(says).toList();
        }
    }

    @BeforeEach
    void start() {
        clock.moveTo(MovableClock.START);
        ground.dispatch();
        receiver.taken.clear();
        receiver.says = envelope -> new Answer.Sent(envelope.key());
    }

    @Test
    void what_is_refused_for_now_is_tried_again_ever_later_and_given_up_in_the_end() {
        receiver.says = envelope -> new Answer.Delayed("smtp.450", "mailbox of m1@example.com busy, call 13900001234");
        var id = ground.plan(ground.somebody(null), ground.template(Purpose.SERVICE, Channel.EMAIL), "1");

        ground.dispatch();
        assertThat(ground.get(id).message().dueAt()).isEqualTo(MovableClock.START.plus(Duration.ofMinutes(5)));
        assertThat(ground.dispatch()).as("before it is due").isZero();
        for (int i = 0; i < 4; i++) {
            clock.advance(Duration.ofHours(2));
            ground.dispatch();
        }

        var given = ground.get(id);
        assertThat(given.message().state()).isEqualTo(MessageState.FAILED);
        assertThat(given.message().failure()).isEqualTo("smtp.450");
        assertThat(given.attempts())
                .extracting(MessageDetail.Attempt::outcome)
                .hasSize(5)
                .containsOnly(Outcome.TRANSIENT);
        assertThat(given.attempts().getFirst().detail()).isEqualTo("mailbox of … busy, call …");
    }

    @Test
    void what_is_refused_for_good_fails_at_once_and_may_be_tried_again_by_hand() {
        receiver.says = envelope -> new Answer.Refused("smtp.550", "no such user");
        var id = ground.plan(ground.somebody(null), ground.template(Purpose.SERVICE, Channel.EMAIL), "1");
        ground.dispatch();
        assertThat(ground.state(id)).isEqualTo(MessageState.FAILED);

        receiver.says = envelope -> new Answer.Sent("as 77");
        staff.asMachine(() -> outbox.retry(id, new MessageBecause("address mended")));
        ground.dispatch();

        assertThat(ground.get(id).attempts())
                .extracting(MessageDetail.Attempt::outcome)
                .containsExactly(Outcome.PERMANENT, Outcome.SENT);
    }

    @Test
    void who_is_killed_between_sending_and_noting_it_sends_again_with_the_same_key() {
        receiver.says = envelope -> {
            throw new IllegalStateException("killed");
        };
        var id = ground.plan(ground.somebody(null), ground.template(Purpose.SERVICE, Channel.EMAIL), "1");
        assertThatThrownBy(ground::dispatch).hasMessageContaining("killed");
        receiver.says = envelope -> new Answer.Sent(envelope.key());

        assertThat(ground.dispatch()).as("while the lease lasts").isZero();
        assertThatThrownBy(() -> staff.asMachine(() -> outbox.cancel(id, new MessageBecause("too late"))))
                .as("what may be on its way is not called off")
                .isNotNull();
        clock.advance(Duration.ofMinutes(15));
        ground.dispatch();

        assertThat(receiver.taken).extracting(Envelope::key).containsExactly(id.toString(), id.toString());
        assertThat(ground.get(id).attempts())
                .extracting(MessageDetail.Attempt::outcome)
                .containsExactly(Outcome.UNKNOWN, Outcome.SENT);
    }

    @Test
    void what_nobody_ever_hears_of_again_is_given_up_too() {
        receiver.says = envelope -> {
            throw new IllegalStateException("killed");
        };
        var id = ground.plan(ground.somebody(null), ground.template(Purpose.SERVICE, Channel.EMAIL), "1");
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(ground::dispatch).hasMessageContaining("killed");
            clock.advance(Duration.ofMinutes(16));
        }
        ground.dispatch();

        assertThat(ground.get(id).message().failure()).isEqualTo("messages.no-end");
    }

    @Test
    void two_who_send_at_once_never_take_the_same_message() throws Exception {
        var template = ground.template(Purpose.SERVICE, Channel.EMAIL);
        var member = ground.somebody(null);
        for (int i = 0; i < 40; i++) {
            ground.plan(member, template, Integer.toString(i));
        }
        var keys = java.util.Collections.synchronizedList(new ArrayList<String>());
        receiver.says = envelope -> {
            keys.add(envelope.key());
            return new Answer.Sent(envelope.key());
        };
        var others = java.util.stream.IntStream.range(0, 4)
                .mapToObj(number -> Thread.ofPlatform().start(ground::dispatch))
                .toList();
        for (var other : others) {
            other.join();
        }

        assertThat(keys).hasSize(40).doesNotHaveDuplicates();
    }
}
