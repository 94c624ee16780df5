package org.guildhall.benefits;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** Why benefits say no. */
public sealed interface BenefitRefusal extends Refusal.Reason {

    /** There is no such benefit in the catalogue of the day. */
    record UnknownBenefit(String benefit) implements BenefitRefusal, Refusal.Missing {}

    /** There is no such plan in the catalogue of the day. */
    record UnknownPlan(String plan) implements BenefitRefusal, Refusal.Missing {}

    /** There is no such grant within the actor's scope. */
    record UnknownGrant(UUID grant) implements BenefitRefusal, Refusal.Missing {}

    /** There is no such use within the actor's scope. */
    record UnknownUse(UUID use) implements BenefitRefusal, Refusal.Missing {}

    /** The key was used before for something else. */
    record ActDiffers(UUID act) implements BenefitRefusal, Refusal.Conflict {}

    /** The grant was revoked, or is over. */
    record GrantEnded(UUID grant) implements BenefitRefusal, Refusal.Conflict {}

    /** It is taken off a purchase by the counter's quote, and never by itself. */
    record OnlyWithAPurchase(String benefit) implements BenefitRefusal, Refusal.Rule {}

    /** The use belongs to a checkout and is taken back with the goods of it. */
    record PartOfACheckout(UUID use, UUID checkout) implements BenefitRefusal, Refusal.Conflict {}

    /** The use was taken back already. */
    record TakenBackAlready(UUID use) implements BenefitRefusal, Refusal.Conflict {}

    /** Neither tier nor plan nor a grant entitles the member. */
    record NotEntitled(String benefit) implements BenefitRefusal, Refusal.Rule {}

    /** The membership is not active. */
    record MemberNotActive(String benefit) implements BenefitRefusal, Refusal.Rule {}

    /** Used as often as the period allows; the day from which it can be used again. */
    record QuotaUsedUp(
            String benefit,
            int most,
            String period,
            @Nullable LocalDate nextDay) implements BenefitRefusal, Refusal.Rule {}

    /** It is not the time around the birthday. */
    record NotTheBirthday(String benefit, LocalDate nextDay) implements BenefitRefusal, Refusal.Rule {}

    /** The member's birthday is not known. */
    record BirthdayUnknown(String benefit) implements BenefitRefusal, Refusal.Rule {}

    /** It is used with a one-time code only. */
    record CodeRequired(String benefit) implements BenefitRefusal, Refusal.Rule {
        @Override
        public List<Refusal.Field> fields() {
            return List.of(new Refusal.Field("code", null, "required"));
        }
    }

    /** No such code can exist: a character is wrong. */
    record CodeMistyped() implements BenefitRefusal, Refusal.Rule {}

    /** There is no such code. */
    record CodeUnknown() implements BenefitRefusal, Refusal.Rule {}

    /** Too many codes were tried that don't exist or are somebody else's. */
    record TooManyCodes(int minutes, long retryAfterSeconds) implements BenefitRefusal, Refusal.Limited {}

    /** The code's minutes are over. */
    record CodeExpired(Instant expiredAt) implements BenefitRefusal, Refusal.Rule {}

    /** The code was used. */
    record CodeUsed(Instant usedAt) implements BenefitRefusal, Refusal.Conflict {}

    /** The code belongs to somebody else. */
    record CodeOfAnother() implements BenefitRefusal, Refusal.Rule {}

    /** The code is for another benefit. */
    record CodeForAnotherBenefit(String benefit) implements BenefitRefusal, Refusal.Rule {}

    /** The actor does not work at this store. */
    record StoreOutOfReach(UUID store) implements BenefitRefusal, Refusal.Forbidden {}
}
