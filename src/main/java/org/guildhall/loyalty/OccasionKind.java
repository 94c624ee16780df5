package org.guildhall.loyalty;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

/** What members do beside buying that the programme thanks for. */
@Schema(enumAsRef = true)
public enum OccasionKind {
    /** Came by, at a store or in the app. */
    @JsonProperty("CHECK_IN")
    CHECK_IN,
    /** The house knows for the first time all it asks a member for. */
    @JsonProperty("PROFILE_COMPLETED")
    PROFILE_COMPLETED,
    /** Answered a survey, which is named. */
    @JsonProperty("SURVEY_ANSWERED")
    SURVEY_ANSWERED,
    /** Brought somebody who is a member now. */
    @JsonProperty("REFERRAL")
    REFERRAL
}
