#include "layers/dbf.hpp"

#include <array>

#include "layers/encoding.hpp"
#include "layers/text.hpp"

namespace yongdi::layers {
namespace {

std::uint64_t little(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint64_t value = 0;
  for (std::size_t i = count; i-- > 0;) value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

void note(Dbf::Texts& texts, std::string_view text) {
  if (is_ascii(text)) return;
  texts.ascii = false;
  // A text that fills its field may have been cut within a character; that says nothing about the encoding.
  for (std::size_t cut_off = 0; cut_off < 4 && cut_off < text.size(); ++cut_off) {
    if (is_utf8(text.substr(0, text.size() - cut_off))) return;
    if (text.back() == ' ') break;
  }
  texts.utf8 = false;
}

}  // namespace

std::optional<Dbf> Dbf::open(const std::string& path) {
  Dbf dbf;
  dbf.m_stream.open(path, std::ios::binary);
  std::string start(32, '\0');
  if (!dbf.m_stream.read(start.data(), 32)) return std::nullopt;
  dbf.m_records = little(start, 4, 4);
  dbf.m_header_size = little(start, 8, 2);
  dbf.m_record_size = little(start, 10, 2);
  dbf.m_language = static_cast<unsigned char>(start[29]);
  if (dbf.m_header_size < 33 || dbf.m_record_size == 0) return std::nullopt;
  std::string descriptors(dbf.m_header_size - 32, '\0');
  if (!dbf.m_stream.read(descriptors.data(), static_cast<std::streamsize>(descriptors.size()))) return std::nullopt;
  std::size_t offset = 1;  // behind the deletion mark
  for (std::size_t at = 0; at + 32 <= descriptors.size() && descriptors[at] != '\r'; at += 32) {
    const std::string name = descriptors.substr(at, 11);
    const std::size_t width = static_cast<unsigned char>(descriptors[at + 16]);
    dbf.m_fields.push_back({name.substr(0, name.find('\0')), descriptors[at + 11], offset, width});
    offset += width;
  }
  return dbf;
}

std::string Dbf::language() const {
  switch (m_language) {
    case 0x4D:
    case 0x7A:
      return std::string(kChinese);
    case 0x4F:
    case 0x78:
      return "CP950";
    case 0x4E:
    case 0x79:
      return "CP949";
    case 0x13:
    case 0x7B:
      return "CP932";
    case 0x03:
      return "CP1252";
    case 0x01:
      return "CP437";
    case 0x02:
      return "CP850";
    case 0xC9:
      return "CP1251";
    default:
      return {};
  }
}

Dbf::Texts Dbf::look_at_texts() {
  Texts texts;
  for (const Field& field : m_fields) note(texts, field.name);
  std::string record(m_record_size, '\0');
  m_stream.clear();
  m_stream.seekg(static_cast<std::streamoff>(m_header_size));
  for (std::uint64_t i = 0; i < m_records && m_stream.read(record.data(), static_cast<std::streamsize>(record.size())); ++i) {
    if (is_ascii(record)) continue;
    for (const Field& field : m_fields) {
      if (field.type == 'C' && field.offset + field.width <= record.size()) note(texts, std::string_view(record).substr(field.offset, field.width));
    }
  }
  return texts;
}

std::string Dbf::cell(std::uint64_t record, std::size_t field) {
  std::string bytes(m_fields[field].width, '\0');
  m_stream.clear();
  m_stream.seekg(static_cast<std::streamoff>(m_header_size + record * m_record_size + m_fields[field].offset));
  m_stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return bytes;
}

}  // namespace yongdi::layers
