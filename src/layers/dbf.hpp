#pragma once
// The dBASE table of a shapefile, as far as GDAL hides what matters: its language byte, its texts as bytes, and numbers with more digits than a
// double can hold. Layout: dBASE III+ header; language bytes as ESRI writes them.
#include <cstdint>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

namespace yongdi::layers {

class Dbf {
 public:
  struct Field {
    std::string name;  // bytes
    char type;
    std::size_t offset, width;
  };
  // Empty when the file cannot be read as dBASE.
  static std::optional<Dbf> open(const std::string& path);

  [[nodiscard]] std::uint64_t records() const { return m_records; }
  [[nodiscard]] std::uint64_t bytes_declared() const { return m_header_size + m_records * m_record_size; }
  // The encoding that the language byte names; empty when it names none (0, or 0x57: "whatever the machine used").
  [[nodiscard]] std::string language() const;
  [[nodiscard]] const std::vector<Field>& fields() const { return m_fields; }
  // What all texts and field names together can be.
  struct Texts {
    bool ascii = true, utf8 = true;
  };
  [[nodiscard]] Texts look_at_texts();
  // The bytes of a cell, blanks included.
  [[nodiscard]] std::string cell(std::uint64_t record, std::size_t field);

 private:
  std::ifstream m_stream;
  std::uint64_t m_records = 0, m_header_size = 0, m_record_size = 0;
  unsigned char m_language = 0;
  std::vector<Field> m_fields;
};

}  // namespace yongdi::layers
