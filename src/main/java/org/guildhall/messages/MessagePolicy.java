package org.guildhall.messages;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.guildhall.kernel.Refusal;
import org.guildhall.policies.PolicyKind;

/**
 * How messages go out; the version in force when a message is about to be sent decides.
 *
 * @param sender how the company signs
 * @param optOut how members end advertising; every advertising text shows it
 * @param quiet the channels that rest in the quiet hours
 * @param quietFrom when they begin
 * @param quietUntil when they end, on the next day if that is earlier; none if both are equal
 * @param barredTags members who wear one of these get nothing
 * @param attempts how often sending is begun before it is given up
 * @param firstDelayMinutes how long the second attempt waits; each further one twice as long, a day at most
 * @param smsParts how many parts a short message may take
 */
public record MessagePolicy(
        @NotBlank @Size(max = 40) String sender,
        @NotNull @Valid OptOut optOut,
        @NotNull @Size(max = 3) List<@NotNull Channel> quiet,
        @NotNull LocalTime quietFrom,
        @NotNull LocalTime quietUntil,
        @NotNull @Size(max = 20) List<@NotBlank @Size(max = 30) String> barredTags,
        @Min(1) @Max(20) int attempts,
        @Min(1) @Max(1440) int firstDelayMinutes,
        @Min(1) @Max(10) int smsParts) {

    /** Signed as the member centre, short messages rest from nine to eight, five attempts, three parts. */
    public static final MessagePolicy DEFAULT = new MessagePolicy(
            "会员中心",
            new OptOut("拒收请回复R", "拒收請回覆R", "Reply R to opt out"),
            List.of(Channel.SMS),
            LocalTime.of(21, 0),
            LocalTime.of(8, 0),
            List.of("黑名单"),
            5,
            5,
            3);

    /** The kind under which it is drafted and published. */
    public static final PolicyKind<MessagePolicy> KIND = new PolicyKind<>(
            "messages.delivery",
            MessagePolicy.class,
            DEFAULT,
            "5.1",
            policy -> policy.quiet.stream().distinct().count() == policy.quiet.size()
                    ? List.of()
                    : List.of(new Refusal.Field("quiet", null, "unique")));

    /** Copies. */
    public MessagePolicy {
        quiet = quiet == null ? List.of() : List.copyOf(quiet);
        barredTags = barredTags == null ? List.of() : List.copyOf(barredTags);
    }

    /** The same in each language. */
    @Schema(name = "MessageOptOut")
    public record OptOut(
            @NotBlank @Size(max = 60) String simplified,
            @NotBlank @Size(max = 60) String traditional,
            @NotBlank @Size(max = 60) String english) {

        /** The words in a language. */
        public String in(Language language) {
            return switch (language) {
                case ZH_CN -> simplified;
                case ZH_TW -> traditional;
                case EN -> english;
            };
        }
    }

    /** How long to wait after so many attempts. */
    public Duration delay(int begun) {
        var day = Duration.ofDays(1);
        var delay = Duration.ofMinutes(firstDelayMinutes).multipliedBy(1L << Math.clamp(begun - 1L, 0, 20));
        return delay.compareTo(day) > 0 ? day : delay;
    }
}
