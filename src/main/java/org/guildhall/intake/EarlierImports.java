package org.guildhall.intake;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * Earlier imports of exactly the same file whose content the house holds.
 *
 * @param last the last of them
 * @param at when that one was imported
 * @param sources the business systems they came from; under another one the same purchases count again
 * @param count how many there are
 */
@Schema(name = "EarlierImports")
public record EarlierImports(ImportId last, Instant at, List<String> sources, long count) {}
