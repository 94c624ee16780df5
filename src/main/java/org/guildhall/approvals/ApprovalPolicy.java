package org.guildhall.approvals;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.guildhall.kernel.Refusal;
import org.guildhall.policies.PolicyKind;
import org.guildhall.policies.Refers;

/**
 * The authority table: which acts, from which size on, wait for whom. What no row covers the person entitled does alone.
 *
 * @param rows in any order; of a kind's rows the one with the largest {@code from} not above the amount holds
 */
public record ApprovalPolicy(@NotNull @Size(max = 200) List<@Valid @NotNull Row> rows) {

    /** Nothing waits until the institution says so; publishing keeps its four eyes. */
    public static final ApprovalPolicy DEFAULT = new ApprovalPolicy(List.of());

    /** The kind under which it is drafted and published. */
    public static final PolicyKind<ApprovalPolicy> KIND =
            new PolicyKind<>("approvals.authority", ApprovalPolicy.class, DEFAULT, "1.2", ApprovalPolicy::broken);

    /** How codes of acts and posts are written. */
    public static final String CODE = "[a-z0-9]+([.-][a-z0-9]+)*";

    /** Copies the rows. */
    public ApprovalPolicy {
        rows = List.copyOf(rows);
    }

    /**
     * One row: acts of a kind from an amount on pass these steps in order; without steps they pass at once.
     *
     * @param from in the smallest unit of the kind (fen, points)
     */
    @Schema(name = "AuthorityRow")
    public record Row(
            @NotNull @Pattern(regexp = CODE) @Size(max = 60) @Refers("approval")
            String act,

            @Min(0) long from,
            @NotNull @Size(max = 10) List<@Valid @NotNull Step> steps) {
        /** Copies the steps. */
        public Row {
            steps = List.copyOf(steps);
        }

        /** Whether it makes acts wait at all. */
        boolean asks() {
            return !steps.isEmpty();
        }
    }

    /**
     * One step.
     *
     * @param mode whether one of the posts is enough or each must agree (counter-sign)
     * @param posts codes of the posts asked
     * @param hours until it is overdue; 0 for never
     * @param overdue what happens then
     * @param escalateTo the post asked instead, when overdue steps escalate; none of the posts then
     */
    @Schema(name = "AuthorityStep")
    public record Step(
            @NotNull Mode mode,

            @NotEmpty @Size(max = 10)
            List<@NotNull @Pattern(regexp = CODE) @Size(max = 40) @Refers("post") String> posts,

            @Min(0) @Max(8760) int hours,
            @NotNull Overdue overdue,

            @NotNull @Pattern(regexp = CODE) @Size(max = 40) @Refers("post")
            String escalateTo) {
        /** Copies the posts. */
        public Step {
            posts = List.copyOf(posts);
        }
    }

    /** Who of a step must agree. */
    @Schema(name = "AuthorityMode", enumAsRef = true)
    public enum Mode {
        /** One of the posts. */
        @JsonProperty("any")
        ANY,
        /** Every post. */
        @JsonProperty("all")
        ALL
    }

    /** What happens to an overdue step. */
    @Schema(name = "AuthorityOverdue", enumAsRef = true)
    public enum Overdue {
        /** It goes back to the one who asked. */
        @JsonProperty("return")
        RETURN,
        /** Another post is asked instead. */
        @JsonProperty("escalate")
        ESCALATE
    }

    /** The row that holds for an act of a size, if any. */
    public Optional<Row> row(String act, long amount) {
        return rows.stream()
                .filter(row -> row.act().equals(act) && row.from() <= amount)
                .max(Comparator.comparingLong(Row::from));
    }

    /** The row that makes an act of a size wait; where it passes, the next larger one that would, if any. */
    public Optional<Row> asking(String act, long amount) {
        return row(act, amount)
                .filter(Row::asks)
                .or(() -> rows.stream()
                        .filter(row -> row.act().equals(act) && row.from() > amount && row.asks())
                        .min(Comparator.comparingLong(Row::from)));
    }

    private static List<Refusal.Field> broken(ApprovalPolicy policy) {
        var fields = new ArrayList<Refusal.Field>();
        var seen = new HashSet<String>();
        for (int i = 0; i < policy.rows.size(); i++) {
            var row = policy.rows.get(i);
            if (!seen.add(row.act() + "|" + row.from())) {
                fields.add(new Refusal.Field("rows[" + i + "].from", row.from(), "unique"));
            }
            for (int j = 0; j < row.steps().size(); j++) {
                var step = row.steps().get(j);
                var posts = step.posts();
                if (step.overdue() == Overdue.ESCALATE && posts.contains(step.escalateTo())) {
                    fields.add(new Refusal.Field(
                            "rows[" + i + "].steps[" + j + "].escalateTo", step.escalateTo(), "not-asked-already"));
                }
                if (new HashSet<>(posts).size() < posts.size()) {
                    fields.add(new Refusal.Field("rows[" + i + "].steps[" + j + "].posts", posts, "unique"));
                }
            }
        }
        return fields;
    }
}
