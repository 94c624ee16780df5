package org.guildhall.approvals;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the authority table of today has in store for an act of a size: the row that makes it wait, or, where it passes, the next
 * larger row that would.
 *
 * @param needed whether this size waits for somebody's yes
 * @param from the size from which the row holds; absent where no row of the kind ever asks anybody
 * @param steps who is asked then, one step after the other
 */
public record AuthorityOutlook(boolean needed, @Nullable Long from, List<Asked> steps) {

    /** No size of the kind ever waits. */
    public static final AuthorityOutlook FREE = new AuthorityOutlook(false, null, List.of());

    /** Copies the steps. */
    public AuthorityOutlook {
        steps = List.copyOf(steps);
    }

    /**
     * One step.
     *
     * @param mode whether one of the posts is enough or each must agree
     * @param posts what the posts are called; a post that is no more, by its code
     */
    @Schema(name = "AskedStep")
    public record Asked(ApprovalPolicy.Mode mode, List<String> posts) {

        /** Copies the posts. */
        public Asked {
            posts = List.copyOf(posts);
        }
    }
}
