package org.guildhall.members;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/** What a member said about one purpose and channel: given or withdrawn, for which text, proven how. */
public record ConsentView(
        UUID id,
        Purpose purpose,
        Channel channel,
        boolean granted,
        String version,
        String evidence,
        Instant occurredAt,
        Instant recordedAt,
        String actor,
        boolean current) {

    /** What personal data is used for. */
    @Schema(enumAsRef = true, name = "ConsentPurpose")
    public enum Purpose {
        /** Running the membership. */
        MEMBERSHIP,
        /** Advertising. */
        MARKETING,
        /** Analysis and profiling. */
        PROFILING,
        /** Handing data to partners. */
        SHARING,
        /** Health and other sensitive data. */
        SENSITIVE,
        /** The member directory. */
        DIRECTORY
    }

    /** By which channel the member may be addressed. */
    @Schema(enumAsRef = true, name = "ConsentChannel")
    public enum Channel {
        /** Any. */
        ANY,
        /** Short message. */
        SMS,
        /** Telephone. */
        PHONE,
        /** E-mail. */
        EMAIL,
        /** WeCom. */
        WECOM,
        /** Post. */
        POST,
        /** In the application. */
        APP
    }
}
