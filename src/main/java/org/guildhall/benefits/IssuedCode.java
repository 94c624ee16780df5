package org.guildhall.benefits;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.guildhall.kernel.MemberId;

/** A one-time code, for the eyes of its member. */
@Schema(name = "BenefitCode")
public record IssuedCode(String code, MemberId member, String benefit, Instant expiresAt) {}
