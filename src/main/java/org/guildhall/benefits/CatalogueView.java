package org.guildhall.benefits;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The benefits and plans in force today, with the version that lists them. */
@Schema(name = "BenefitCatalogue")
public record CatalogueView(int version, List<BenefitsPolicy.Benefit> benefits, List<BenefitsPolicy.Plan> plans) {}
