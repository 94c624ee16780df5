package org.guildhall.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

/** How far a permission reaches, narrowest first. */
@Schema(enumAsRef = true)
public enum ScopeLevel {
    /** What the person looks after. */
    OWN,
    /** What the person's unit and its people look after. */
    GROUP,
    /** The person's store, branch or region and all below it. */
    BRANCH,
    /** Everything. */
    ALL;

    /** The stored and transmitted word. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The level of a stored word. */
    @JsonCreator
    public static ScopeLevel of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
