package org.guildhall.loyalty.recording;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.guildhall.policies.PolicyKind;
import org.guildhall.policies.Refers;

/**
 * What staff may record as a purchase by their own hand. Files, programs and the counter, which price and take the money
 * themselves, keep their own rules.
 *
 * @param beforeJoining whether a purchase of a day before the member joined is recorded
 * @param limits the most that a holder of a post records for one member on one business day without the permission for large
 *     purchases, in one purchase or several
 */
public record RecordingPolicy(
        boolean beforeJoining, @NotNull @Size(max = 100) List<@Valid @NotNull PostLimit> limits) {

    private static final long TWENTY_THOUSAND_YUAN = 2_000_000;

    /** Nothing before the member joined; 20 000 yuan for the shop and the service desk. */
    public static final RecordingPolicy DEFAULT = new RecordingPolicy(
            false,
            List.of(
                    new PostLimit("store", Money.cny(TWENTY_THOUSAND_YUAN)),
                    new PostLimit("svc", Money.cny(TWENTY_THOUSAND_YUAN))));

    /** The kind under which it is drafted and published. */
    public static final PolicyKind<RecordingPolicy> KIND =
            new PolicyKind<>("loyalty.recording", RecordingPolicy.class, DEFAULT, "4.12", RecordingPolicy::broken);

    /** Copies the limits. */
    public RecordingPolicy {
        limits = limits == null ? List.of() : List.copyOf(limits);
    }

    /** The most that a holder of a post records for one member on one day, in one currency. */
    @Schema(name = "RecordingLimit")
    public record PostLimit(
            @NotBlank @Pattern(regexp = "[a-z0-9]+([.-][a-z0-9]+)*") @Size(max = 40) @Refers("post")
            String post,

            @NotNull Money most) {}

    /** Whether a purchase of this day may be recorded for somebody who joined on that day. */
    public boolean allowsDay(LocalDate day, LocalDate joinedOn) {
        return beforeJoining || !day.isBefore(joinedOn);
    }

    /**
     * The most in a currency for somebody who holds these posts: the highest of their limits. Empty if one of the
     * posts has no limit at all; a post that has limits, but none in the currency, records nothing in it.
     */
    public Optional<Money> most(Collection<String> posts, Currency currency) {
        var best = new Money(0, currency);
        for (var post : posts) {
            var own = limits.stream().filter(limit -> limit.post.equals(post)).toList();
            if (own.isEmpty()) {
                return Optional.empty();
            }
            for (var limit : own) {
                if (limit.most.currency().equals(currency) && limit.most.minor() > best.minor()) {
                    best = limit.most;
                }
            }
        }
        return posts.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    /** Whether a purchase, or a day's, is above every limit that is stated in its currency; false if none is. */
    public boolean isLarge(Money total) {
        var stated = limits.stream()
                .map(PostLimit::most)
                .filter(most -> most.currency().equals(total.currency()))
                .toList();
        return !stated.isEmpty() && stated.stream().allMatch(most -> total.minor() > most.minor());
    }

    private static List<Refusal.Field> broken(RecordingPolicy policy) {
        var broken = new ArrayList<Refusal.Field>();
        var seen = new HashSet<String>();
        for (int i = 0; i < policy.limits.size(); i++) {
            var limit = policy.limits.get(i);
            if (limit.most.minor() < 0) {
                broken.add(new Refusal.Field("limits[" + i + "].most", limit.most.decimal(), "positive-or-zero"));
            }
            if (!seen.add(limit.post + "|" + limit.most.currency())) {
                broken.add(new Refusal.Field("limits[" + i + "].post", limit.post, "duplicate"));
            }
        }
        return broken;
    }
}
