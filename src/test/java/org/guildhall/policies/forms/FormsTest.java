package org.guildhall.policies.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.guildhall.policies.Difference;
import org.guildhall.policies.PolicyForm.Shape;
import org.guildhall.policies.PolicyKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class FormsTest {

    enum Mood {
        KIND,
        STRICT
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = When.Always.class, name = "always"),
        @JsonSubTypes.Type(value = When.AllOf.class, name = "all-of")
    })
    sealed interface When {
        record Always() implements When {}

        record AllOf(@NotNull @Size(max = 3) List<@Valid @NotNull When> parts) implements When {}
    }

    record Step(
            @NotNull @Size(max = 10) String code,
            @Min(0) long threshold,
            @NotNull BigDecimal factor) {}

    record House(
            @NotNull Mood mood,
            @Min(1) @Max(30) int days,
            @Nullable Money limit,
            @NotNull @Valid When when,
            @NotNull List<@Valid @NotNull Step> ladder) {}

    private static final House DEFAULT =
            new House(Mood.KIND, 7, null, new When.Always(), List.of(new Step("silver", 10, BigDecimal.ONE)));

    private final JsonMapper json = JsonMapper.builder()
            .enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultPropertyInclusion(any -> com.fasterxml.jackson.annotation.JsonInclude.Value.construct(
                    com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL,
                    com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL))
            .build();
    private final PolicyJson policies =
            new PolicyJson(json, Validation.buildDefaultValidatorFactory().getValidator());
    private final PolicyKind<House> kind = new PolicyKind<>(
            "test.house",
            House.class,
            DEFAULT,
            "9.9",
            house -> house.days() == 13 ? List.of(new Refusal.Field("days", 13, "unlucky")) : List.of());

    @Test
    void theFormNamesEveryFieldWithItsShapeRangeAndOptions() {
        var form = policies.form(kind);
        var house = Objects.requireNonNull(form.types().get(form.root()));

        assertThat(house.fields()).extracting("name").containsExactly("mood", "days", "limit", "when", "ladder");
        var days = house.fields().get(1);
        assertThat(days.shape()).isEqualTo(Shape.INTEGER);
        assertThat(days.min()).isEqualByComparingTo("1");
        assertThat(days.max()).isEqualByComparingTo("30");
        assertThat(house.fields().get(0).options()).containsExactly("KIND", "STRICT");
        assertThat(house.fields().get(2).shape()).isEqualTo(Shape.MONEY);
        assertThat(house.fields().get(2).required()).isFalse();
    }

    @Test
    void aChoiceThatContainsItselfIsDescribedOnce() {
        var form = policies.form(kind);
        var when = Objects.requireNonNull(form.types().get("FormsTest.When"));

        assertThat(when.discriminator()).isEqualTo("kind");
        assertThat(when.variants()).containsOnlyKeys("always", "all-of");
        var allOf = Objects.requireNonNull(form.types().get(when.variants().get("all-of")));
        assertThat(Objects.requireNonNull(allOf.fields().getFirst().items()).type())
                .isEqualTo("FormsTest.When");
    }

    @Test
    void whatIsWrittenReadsBackTheSame() {
        assertThat(policies.read(kind, policies.write(DEFAULT))).isEqualTo(DEFAULT);
    }

    @Test
    void everyMissingUnknownAndIllTypedFieldIsNamedWithItsPath() {
        var body = """
                {"mood": "CRUEL", "days": "seven", "color": "red", "when": {"kind": "all-of", "parts": [{"kind": "never"}]},
                 "ladder": [{"code": "silver", "threshold": 1.5}]}
                """;

        assertThat(broken(body))
                .containsEntry("mood", "one-of")
                .containsEntry("days", "type")
                .containsEntry("color", "unknown-field")
                .containsEntry("when.parts[0].kind", "one-of")
                .containsEntry("ladder[0].threshold", "type")
                .containsEntry("ladder[0].factor", "required")
                .hasSize(6);
    }

    @Test
    void rangesAndTheRulesOfTheKindAreNamedToo() {
        assertThat(broken(text(
                        new House(Mood.KIND, 31, null, new When.Always(), List.of(new Step("s", -1, BigDecimal.ONE))))))
                .containsEntry("days", "max")
                .containsEntry("ladder[0].threshold", "min");
        assertThat(broken(text(new House(Mood.KIND, 13, null, new When.Always(), List.of()))))
                .containsEntry("days", "unlucky");
    }

    @Test
    void differencesNameLeavesAndItemsByTheirCode() {
        var after = new House(
                Mood.KIND,
                8,
                Money.cny(5),
                new When.Always(),
                List.of(new Step("gold", 20, BigDecimal.ONE), new Step("silver", 11, new BigDecimal("1.0"))));

        assertThat(Differences.between(policies.write(DEFAULT), policies.write(after)))
                .extracting(Difference::path)
                .containsExactly("days", "limit", "ladder[gold]", "ladder[silver].threshold");
        assertThat(Differences.between(policies.write(after), policies.write(after)))
                .isEmpty();
    }

    private String text(House house) {
        return json.writeValueAsString(house);
    }

    private Map<String, String> broken(String body) {
        try {
            policies.read(kind, json.readTree(body));
        } catch (Refusal refusal) {
            var found = new java.util.TreeMap<String, String>();
            refusal.reason().fields().forEach(field -> found.put(field.field(), field.rule()));
            return found;
        }
        throw new AssertionError("accepted " + body);
    }

    @Test
    void aBodyThatIsNoObjectIsRefused() {
        assertThatThrownBy(() -> policies.read(kind, json.readTree("[]")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("policies.invalid-policy");
    }
}
