package org.guildhall.messages;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The languages of texts. Simplified Chinese is always there; a member whose language has no text gets it, and so does one
 * whose language is unknown.
 */
@Schema(name = "MessageLanguage", enumAsRef = true)
public enum Language {
    /** Simplified Chinese. */
    @JsonProperty("zh-CN")
    ZH_CN("zh-CN"),
    /** Traditional Chinese. */
    @JsonProperty("zh-TW")
    ZH_TW("zh-TW"),
    /** English. */
    @JsonProperty("en")
    EN("en");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** The code in JSON and in the database. */
    public String code() {
        return code;
    }

    /** Reads the code. */
    public static Language of(String code) {
        return spoken(code);
    }

    /** What somebody speaks, by a language tag; simplified Chinese if that says nothing we know. */
    public static Language spoken(@Nullable String tag) {
        if (tag == null) {
            return ZH_CN;
        }
        var plain = tag.replace('_', '-').toLowerCase(java.util.Locale.ROOT);
        if (plain.startsWith("en")) {
            return EN;
        }
        return List.of("zh-tw", "zh-hk", "zh-mo", "zh-hant").stream().anyMatch(plain::startsWith) ? ZH_TW : ZH_CN;
    }
}
