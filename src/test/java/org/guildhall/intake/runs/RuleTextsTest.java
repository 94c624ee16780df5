package org.guildhall.intake.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.guildhall.intake.ImportField;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.guildhall.loyalty.LoyaltyRefusal;
import org.guildhall.members.MemberRefusal;
import org.guildhall.members.MemberRefusal.IdentityKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleTextsTest {

    private static final MemberId SOMEBODY = MemberId.of("01890000-0000-7000-8000-000000000001");

    static Stream<Refusal.Reason> what_other_modules_may_refuse() {
        var yuan = Money.of(100, "CNY");
        return Stream.of(
                new MemberRefusal.IdentityTaken(IdentityKind.MOBILE, "13800138000", null),
                new MemberRefusal.IdentityTaken(IdentityKind.NUMBER, "M1", null),
                new MemberRefusal.IdentityTaken(IdentityKind.EXTERNAL, "E1", null),
                new MemberRefusal.Erased(SOMEBODY),
                new MemberRefusal.NotFound("M1"),
                new LoyaltyRefusal.InTheFuture(Instant.EPOCH, Instant.EPOCH),
                new LoyaltyRefusal.TooLongAgo(Instant.EPOCH, LocalDate.EPOCH),
                new LoyaltyRefusal.TooLarge("total", "1", 1),
                new LoyaltyRefusal.CurrencyNotAccepted("XAU", List.of("CNY")),
                new LoyaltyRefusal.LinesDiffer(yuan, yuan),
                new LoyaltyRefusal.BeyondPurchase("P1", "total", yuan, yuan),
                new LoyaltyRefusal.ReturnedEntirely("P1"),
                new LoyaltyRefusal.OtherMember("till", "P1"),
                new LoyaltyRefusal.TooManyFacts(SOMEBODY, 1),
                new LoyaltyRefusal.Unknown("purchase", "P1"),
                new InvalidInput(List.of(new Refusal.Field("number", "?", "member-number"))),
                new InvalidInput(List.of(new Refusal.Field("attributes.size", "9", "known-attribute"))),
                new InvalidInput(List.of(new Refusal.Field("leftOn", "1999-01-01", "not-before-joining"))));
    }

    @ParameterizedTest
    @MethodSource("what_other_modules_may_refuse")
    void a_refused_row_says_what_is_wrong_in_words_and_never_by_a_code(Refusal.Reason reason) {
        for (var language : List.of(Locale.CHINA, Locale.TAIWAN, Locale.ENGLISH)) {
            var shown = RuleTexts.view(Rejections.because(3, ImportField.MEMBER_NUMBER, "M1", reason), language);
            var nothingSaid =
                    RuleTexts.view(Rejections.because(3, ImportField.NAME, null, () -> Refusal.Kind.RULE), language);
            assertThat(shown.problem()).isNotBlank().isNotEqualTo(nothingSaid.problem());
            assertThat(shown.remedy()).isNotBlank().isNotEqualTo(nothingSaid.remedy());
            assertThat(shown.problem() + shown.remedy()).doesNotContain(reason.code());
        }
    }
}
