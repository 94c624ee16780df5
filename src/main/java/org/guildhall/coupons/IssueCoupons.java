package org.guildhall.coupons;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * Issues one coupon of a batch to each of these members; who is named twice receives two.
 *
 * @param numbers members by their numbers, after those named by identifier
 */
public record IssueCoupons(
        @NotNull UUID batch,
        @Nullable @Size(max = MOST) List<@NotNull MemberId> members,
        @Nullable @Size(max = MOST) List<@NotBlank @Size(max = 40) String> numbers,
        @NotBlank @Size(max = 300) String reason) {

    /** The most at once. */
    public static final int MOST = 5_000;

    /** Copies the lists; absent ones are empty. */
    public IssueCoupons {
        members = members == null ? List.of() : List.copyOf(members);
        numbers = numbers == null
                ? List.of()
                : numbers.stream().map(String::strip).toList();
    }

    @Override
    public List<MemberId> members() {
        return members == null ? List.of() : members;
    }

    @Override
    public List<String> numbers() {
        return numbers == null ? List.of() : numbers;
    }
}
