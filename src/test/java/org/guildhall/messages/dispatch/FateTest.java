package org.guildhall.messages.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.messages.Channel;
import org.guildhall.messages.MessagePolicy;
import org.guildhall.messages.Purpose;
import org.guildhall.messages.Recipient;
import org.guildhall.messages.Suppression;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FateTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    private static final UUID CONSENT = new UUID(7, 7);

    private static Recipient recipient(Recipient.Reach reach, @Nullable String mobile, String... tags) {
        return new Recipient(
                new MemberId(new UUID(1, 1)),
                "80000017",
                "王小明",
                null,
                mobile,
                null,
                reach,
                Set.of(tags),
                Map.of(Channel.SMS, CONSENT),
                false);
    }

    private static Fate decide(@Nullable Recipient recipient, Channel channel, Purpose purpose, Instant now) {
        return Fate.decide(
                MessagePolicy.DEFAULT,
                recipient,
                new Fate.Question(channel, purpose, Instant.parse("2026-03-20T00:00:00Z"), now, SHANGHAI));
    }

    private static final Recipient ANYBODY = recipient(Recipient.Reach.ALL, "+8613800000000");

    @Test
    void advertising_goes_only_by_channels_the_member_agreed_to() {
        assertThat(decide(ANYBODY, Channel.SMS, Purpose.MARKETING, NOON))
                .isEqualTo(new Fate.Send("+8613800000000", CONSENT));
        assertThat(decide(ANYBODY, Channel.APP, Purpose.MARKETING, NOON))
                .isEqualTo(new Fate.Never(Suppression.NO_CONSENT));
        assertThat(decide(ANYBODY, Channel.APP, Purpose.SERVICE, NOON)).isEqualTo(new Fate.Send("80000017", null));
    }

    @Test
    void a_status_that_allows_service_allows_no_advertising() {
        var suspended = recipient(Recipient.Reach.SERVICE, "+8613800000000");
        assertThat(decide(suspended, Channel.SMS, Purpose.MARKETING, NOON))
                .isEqualTo(new Fate.Never(Suppression.STATUS));
        assertThat(decide(suspended, Channel.SMS, Purpose.SERVICE, NOON)).isInstanceOf(Fate.Send.class);
        assertThat(decide(recipient(Recipient.Reach.NONE, "+8613800000000"), Channel.SMS, Purpose.SERVICE, NOON))
                .isEqualTo(new Fate.Never(Suppression.STATUS));
    }

    @Test
    void who_is_barred_gone_or_without_address_gets_nothing() {
        assertThat(decide(recipient(Recipient.Reach.ALL, "+8613800000000", "黑名单"), Channel.SMS, Purpose.SERVICE, NOON))
                .isEqualTo(new Fate.Never(Suppression.BARRED));
        assertThat(decide(null, Channel.SMS, Purpose.SERVICE, NOON)).isEqualTo(new Fate.Never(Suppression.ERASED));
        assertThat(decide(recipient(Recipient.Reach.ALL, null), Channel.SMS, Purpose.SERVICE, NOON))
                .isEqualTo(new Fate.Never(Suppression.NO_ADDRESS));
    }

    @Test
    void what_is_over_is_not_told_any_more() {
        assertThat(decide(ANYBODY, Channel.SMS, Purpose.SERVICE, Instant.parse("2026-03-20T00:00:00Z")))
                .isEqualTo(new Fate.Never(Suppression.TOO_LATE));
    }

    @Test
    void short_messages_rest_over_night_and_go_in_the_morning() {
        var morning = Instant.parse("2026-03-03T00:00:00Z");
        assertThat(decide(ANYBODY, Channel.SMS, Purpose.SERVICE, Instant.parse("2026-03-02T13:00:00Z")))
                .as("at nine in the evening")
                .isEqualTo(new Fate.Later(morning));
        assertThat(decide(ANYBODY, Channel.SMS, Purpose.SERVICE, Instant.parse("2026-03-02T23:59:59Z")))
                .as("a second before eight")
                .isEqualTo(new Fate.Later(morning));
        assertThat(decide(ANYBODY, Channel.SMS, Purpose.SERVICE, morning)).isInstanceOf(Fate.Send.class);
        assertThat(decide(ANYBODY, Channel.APP, Purpose.SERVICE, Instant.parse("2026-03-02T13:00:00Z")))
                .as("the application makes no noise")
                .isInstanceOf(Fate.Send.class);
    }

    @Test
    void each_further_attempt_waits_twice_as_long_and_never_more_than_a_day() {
        assertThat(MessagePolicy.DEFAULT.delay(1)).hasMinutes(5);
        assertThat(MessagePolicy.DEFAULT.delay(3)).hasMinutes(20);
        assertThat(MessagePolicy.DEFAULT.delay(60)).hasHours(24);
    }
}
