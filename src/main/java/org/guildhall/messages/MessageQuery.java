package org.guildhall.messages;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.UUID;
import org.guildhall.kernel.Slice;
import org.jspecify.annotations.Nullable;

/** Which messages to list, the last planned first. */
public record MessageQuery(
        @Nullable MessageState state,
        @Nullable Channel channel,
        @Nullable String reason,
        @Nullable String template,
        @Nullable UUID member,

        @Parameter(description = "First day on which it was planned") @Nullable
        LocalDate from,

        @Parameter(description = "Last day on which it was planned") @Nullable
        LocalDate to,

        @Nullable String cursor,
        @Nullable @Min(1) @Max(Slice.PAGE_LIMIT) Integer limit) {

    /** The size of a page. */
    public int size() {
        return limit == null ? 50 : limit;
    }

    /** The same question, another page. */
    public MessageQuery page(@Nullable String at, int size) {
        return new MessageQuery(state, channel, reason, template, member, from, to, at, size);
    }
}
