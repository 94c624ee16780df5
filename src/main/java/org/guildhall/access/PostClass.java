package org.guildhall.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

/** The family a post belongs to. */
@Schema(enumAsRef = true)
public enum PostClass {
    /** Leads the member team. */
    LEAD,
    /** Recruits members. */
    ACQUISITION,
    /** Serves members. */
    SERVICE,
    /** Plans and analyses. */
    OPERATIONS,
    /** Supports the others: design, media, office. */
    SUPPORT,
    /** Works at a store's counter. */
    STORE,
    /** Runs or inspects the installation. */
    SYSTEM;

    /** The stored and transmitted word. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The class of a stored word. */
    @JsonCreator
    public static PostClass of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
