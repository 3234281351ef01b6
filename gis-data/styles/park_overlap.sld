<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:se="http://www.opengis.net/se" version="1.1.0">
 <NamedLayer>
  <se:Name>park_overlap</se:Name>
  <UserStyle>
   <se:Name>park_overlap</se:Name>
   <se:FeatureTypeStyle>
    <se:Rule>
     <se:Name>重叠</se:Name>
     <se:Description>
      <se:Title>重叠</se:Title>
     </se:Description>
     <se:PolygonSymbolizer>
      <se:Fill>
       <se:SvgParameter name="fill">#c51b7d</se:SvgParameter>
       <se:SvgParameter name="fill-opacity">0.6</se:SvgParameter>
      </se:Fill>
      <se:Stroke>
       <se:SvgParameter name="stroke">#8e0152</se:SvgParameter>
       <se:SvgParameter name="stroke-width">1.5</se:SvgParameter>
      </se:Stroke>
     </se:PolygonSymbolizer>
    </se:Rule>
   </se:FeatureTypeStyle>
  </UserStyle>
 </NamedLayer>
</StyledLayerDescriptor>
