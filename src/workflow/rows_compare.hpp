#pragma once
// A comparison of outlines as rows of its file.
#include <string>
#include <vector>

#include "boundary/comparison.hpp"
#include "boundary/neighbours.hpp"
#include "boundary/pieces.hpp"
#include "ledger/rows_compare.hpp"
#include "workflow/on_paper.hpp"
#include "workflow/park_versions.hpp"
#include "workflow/surroundings.hpp"

namespace yongdi::workflow {

// A park of one step, with what is drawn of it.
struct DrawnChange {
  std::vector<boundary::Piece> pieces;
  geometry::Region outline;  // the new one, or the old one of a park that is gone
};

ledger::ParkChangeRow park_change_row(std::int64_t step, const boundary::ParkChange& change, const boundary::Version& before,
                                      const boundary::Version& after, const geometry::Region& outline);
// For a park whose outline in one of the versions is not known.
void forget_figures(ledger::ParkChangeRow& row);
ledger::PieceRow piece_row(std::int64_t step, const boundary::ParkChange& change, const boundary::Piece& piece);
ledger::ParcelChangeRow parcel_change_row(std::int64_t step, const boundary::ParcelChange& change, const std::vector<boundary::ParkChange>& parks,
                                          const LandAround& around);
ledger::ConstraintChangeRow constraint_change_row(std::int64_t step, const boundary::ConstraintChange& change,
                                                  const std::vector<boundary::ParkChange>& parks);
ledger::ParkGapRow park_gap_row(std::int64_t version, boundary::Meeting meeting, const std::string& parks, double area_m2,
                                const std::string& shape_wkb);
// Both sides side by side; where a park is in one version only the other side is NULL.
std::vector<ledger::BalanceChangeRow> balance_change_rows(std::int64_t step, const PaperFigures& before, const PaperFigures& after);
std::vector<ledger::IndicatorChangeRow> indicator_change_rows(std::int64_t step, const PaperFigures& before, const PaperFigures& after);

}  // namespace yongdi::workflow
