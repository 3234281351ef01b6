<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:se="http://www.opengis.net/se" version="1.1.0">
 <NamedLayer>
  <se:Name>park</se:Name>
  <UserStyle>
   <se:Name>park</se:Name>
   <se:FeatureTypeStyle>
    <se:Rule>
     <se:Name>国家级</se:Name>
     <se:Description>
      <se:Title>国家级</se:Title>
     </se:Description>
     <ogc:Filter>
      <ogc:PropertyIsEqualTo>
       <ogc:PropertyName>level</ogc:PropertyName>
       <ogc:Literal>national</ogc:Literal>
      </ogc:PropertyIsEqualTo>
     </ogc:Filter>
     <se:PolygonSymbolizer>
      <se:Stroke>
       <se:SvgParameter name="stroke">#54278f</se:SvgParameter>
       <se:SvgParameter name="stroke-width">2.7</se:SvgParameter>
      </se:Stroke>
     </se:PolygonSymbolizer>
    </se:Rule>
    <se:Rule>
     <se:Name>省级</se:Name>
     <se:Description>
      <se:Title>省级</se:Title>
     </se:Description>
     <ogc:Filter>
      <ogc:PropertyIsEqualTo>
       <ogc:PropertyName>level</ogc:PropertyName>
       <ogc:Literal>provincial</ogc:Literal>
      </ogc:PropertyIsEqualTo>
     </ogc:Filter>
     <se:PolygonSymbolizer>
      <se:Stroke>
       <se:SvgParameter name="stroke">#2166ac</se:SvgParameter>
       <se:SvgParameter name="stroke-width">2.4</se:SvgParameter>
      </se:Stroke>
     </se:PolygonSymbolizer>
    </se:Rule>
    <se:Rule>
     <se:Name>市级</se:Name>
     <se:Description>
      <se:Title>市级</se:Title>
     </se:Description>
     <ogc:Filter>
      <ogc:PropertyIsEqualTo>
       <ogc:PropertyName>level</ogc:PropertyName>
       <ogc:Literal>municipal</ogc:Literal>
      </ogc:PropertyIsEqualTo>
     </ogc:Filter>
     <se:PolygonSymbolizer>
      <se:Stroke>
       <se:SvgParameter name="stroke">#1b7837</se:SvgParameter>
       <se:SvgParameter name="stroke-width">2.1</se:SvgParameter>
      </se:Stroke>
     </se:PolygonSymbolizer>
    </se:Rule>
    <se:Rule>
     <se:Name>其他</se:Name>
     <se:Description>
      <se:Title>其他</se:Title>
     </se:Description>
     <se:ElseFilter/>
     <se:PolygonSymbolizer>
      <se:Stroke>
       <se:SvgParameter name="stroke">#5a5a5a</se:SvgParameter>
       <se:SvgParameter name="stroke-width">1.8</se:SvgParameter>
      </se:Stroke>
     </se:PolygonSymbolizer>
    </se:Rule>
   </se:FeatureTypeStyle>
  </UserStyle>
 </NamedLayer>
</StyledLayerDescriptor>
