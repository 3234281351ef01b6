#pragma once
// What lies around the outlines that are compared: parcels with what is known of them, and protected or bounded areas.
#include <optional>
#include <string>
#include <vector>

#include "boundary/comparison.hpp"
#include "crs/system.hpp"
#include "findings/finding.hpp"
#include "ledger/rows.hpp"
#include "settings/project.hpp"
#include "workflow/ledger_year.hpp"
#include "workflow/park_versions.hpp"

namespace yongdi::workflow {

struct LandAround {
  // By id. Without a ledger only the ids are known of a parcel.
  std::vector<ledger::ParcelRow> parcels;
  std::vector<geometry::Region> parcel_shapes;  // valid and oriented; empty where an outline cannot be relied on
  bool has_parcels = false;
  std::vector<geometry::Region> constraint_shapes;
  boundary::Surroundings surroundings;
  std::vector<layers::InputFile> inputs;
};

// One `KIND=SOURCE` of the command line. Throws findings::Failure (Exit::usage) for anything else.
settings::ConstraintSetting constraint_setting(const std::string& written);

// Parcels come from the ledger, else from the last version that is a project file; constraints from `settings`, else likewise. Areas as `ellipsoid`
// says.
LandAround land_around(const std::vector<std::unique_ptr<ParkVersion>>& versions, const LedgerYear* ledger,
                       const std::vector<std::string>& constraints, const crs::System& working, bool ellipsoid,
                       const std::filesystem::path& data_folder, const cadastre::Workers& workers, std::vector<findings::Finding>& findings);

}  // namespace yongdi::workflow
