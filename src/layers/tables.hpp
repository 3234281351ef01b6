#pragma once
// Tables that stand for themselves, such as those of [quota]: read part by part, so that a million rows need no more memory than a few. Unlike a
// layer, where a value that cannot be read is a finding and the rest stands, such a table is refused whole: a figure that is shared out has no rest.
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include "cadastre/raw_layer.hpp"
#include "facts/table.hpp"
#include "layers/read.hpp"

namespace yongdi::layers {

class Tables {
 public:
  // Sources are relative to `folder`; data_folder: gis-data, with the alias file. Rows are read by `workers`.
  Tables(std::filesystem::path folder, const std::filesystem::path& data_folder, cadastre::Workers workers);
  ~Tables();

  // Calls `begin` once with the table's name and columns (and no rows), then `each` for every row that is not blank, and returns their number. Rows
  // are valid during the call only. Throws findings::Failure (Exit::input) for a file, layer or required column that is missing, and for a value that
  // is missing where the column is required, or cannot be read, with its row.
  std::uint64_t read(const settings::LayerSetting& setting, facts::Layer layer, std::vector<findings::Finding>& findings,
                     const std::function<void(const facts::Table& head)>& begin, const std::function<void(const facts::Row& row)>& each);
  // Everything that was read so far, by name, ascending.
  [[nodiscard]] std::vector<InputFile> inputs() const;

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

// A share or an area as people write it: "0.3", "30%", "500 亩" (taken to m²). Empty when it is none.
struct Amount {
  measures::Exact value;
  bool has_unit = false;
};
std::optional<Amount> read_amount(std::string_view text);

}  // namespace yongdi::layers
