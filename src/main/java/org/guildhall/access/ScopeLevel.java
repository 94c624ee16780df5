package org.guildhall.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

/** How far a permission reaches, narrowest first. */
@Schema(enumAsRef = true)
public enum ScopeLevel {
    /** What the person looks after. */
    @JsonProperty("own")
    OWN,
    /** What the person's unit and its people look after. */
    @JsonProperty("group")
    GROUP,
    /** The person's store, branch or region and all below it. */
    @JsonProperty("branch")
    BRANCH,
    /** Everything. */
    @JsonProperty("all")
    ALL;

    /** The stored and transmitted word. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The level of a stored word. */
    public static ScopeLevel of(String code) {
        return valueOf(code.toUpperCase(java.util.Locale.ROOT));
    }
}
