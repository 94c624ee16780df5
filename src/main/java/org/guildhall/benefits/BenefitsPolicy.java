package org.guildhall.benefits;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.guildhall.policies.PolicyKind;
import org.guildhall.policies.Refers;

/**
 * Which benefits there are, who is entitled to them, how often, and what a use costs; the version in force on the day of a use
 * decides it.
 *
 * @param plans groups of members made by assignment
 * @param benefits told apart by their codes, which stay the same from version to version
 * @param codeMinutes how long a one-time code is good
 */
public record BenefitsPolicy(
        @NotNull @Size(max = 50) List<@Valid @NotNull Plan> plans,
        @NotNull @Size(max = 200) List<@Valid @NotNull Benefit> benefits,
        @Min(1) @Max(1_440) int codeMinutes) {

    /** No benefits. */
    public static final BenefitsPolicy DEFAULT = new BenefitsPolicy(List.of(), List.of(), 10);

    /** The kind under which it is drafted and published. */
    public static final PolicyKind<BenefitsPolicy> KIND =
            new PolicyKind<>("benefits.catalogue", BenefitsPolicy.class, DEFAULT, "4.11", BenefitsPolicyCheck::broken);

    private static final String CODE = "[a-z0-9]+(-[a-z0-9]+)*";

    /** Copies the lists. */
    public BenefitsPolicy {
        plans = List.copyOf(plans);
        benefits = List.copyOf(benefits);
    }

    /** A group of members made by assignment. */
    @Schema(name = "BenefitPlan")
    public record Plan(
            @NotNull @Pattern(regexp = CODE) @Size(max = 40) String code,
            @NotBlank @Size(max = 60) String name) {}

    /**
     * One benefit.
     *
     * @param clause of the handbook that promises it
     * @param tiers whose members are entitled
     * @param plans whose members are entitled; single persons are by a grant
     * @param needsCode whether it is used with a one-time code only
     */
    @Schema(name = "BenefitRule")
    public record Benefit(
            @NotNull @Pattern(regexp = CODE) @Size(max = 40) String code,
            @NotBlank @Size(max = 60) String name,
            @NotBlank @Size(max = 20) String clause,
            @NotNull @Valid Offer offer,
            @NotNull @Valid Quota quota,
            @NotNull @Size(max = 20) List<@NotBlank @Size(max = 40) @Refers("tier") String> tiers,
            @NotNull @Size(max = 50) List<@NotBlank @Size(max = 40) String> plans,
            boolean needsCode) {

        /** Copies the lists. */
        public Benefit {
            tiers = List.copyOf(tiers);
            plans = List.copyOf(plans);
        }
    }

    /** The benefit with this code. */
    public Optional<Benefit> benefit(String code) {
        return benefits.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /** The plan with this code. */
    public Optional<Plan> plan(String code) {
        return plans.stream().filter(one -> one.code().equals(code)).findFirst();
    }
}
